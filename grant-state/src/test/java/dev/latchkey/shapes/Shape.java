package dev.latchkey.shapes;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What clients can tell an answer by.
 *
 * @param error the code, {@code "-"} if it is no refusal
 * @param members of the body; of a refusal those beside its code and description
 * @param headers of those that some answers have and others have not
 */
public record Shape(int status, String error, Set<String> members, Set<String> headers) {

  static final String NO_ERROR = "-";

  private static final String ERROR = "error";
  private static final String DESCRIPTION = "error_description";

  private static final Set<String> NOT_EVERYWHERE =
      Set.of("Allow", "DPoP-Nonce", "Preference-Applied", "Retry-After", "WWW-Authenticate");

  /** Of an answer. A refusal without a description has no shape. */
  public static Shape of(int status, Map<String, ?> body, Collection<String> headers) {
    var members = new TreeSet<>(body.keySet());
    var error = NO_ERROR;
    if (members.remove(ERROR)) {
      error = String.valueOf(body.get(ERROR));
      if (!members.remove(DESCRIPTION) || String.valueOf(body.get(DESCRIPTION)).isBlank()) {
        throw new AssertionError("no description: " + body);
      }
    }
    return new Shape(status, error, members, ofInterest(headers));
  }

  private static Set<String> ofInterest(Collection<String> headers) {
    var sent = new TreeSet<String>();
    headers.forEach(name -> sent.add(name.toLowerCase(Locale.ROOT)));
    var found = new TreeSet<>(NOT_EVERYWHERE);
    found.removeIf(name -> !sent.contains(name.toLowerCase(Locale.ROOT)));
    return found;
  }
}
