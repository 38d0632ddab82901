package dev.latchkey.authz.registry.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A registry file that cannot be taken over. The message names lines and fields, never a secret.
 */
public final class InvalidRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A log line is no report; {@code make registry-check} names them all. */
  private static final int MOST_IN_MESSAGE = 5;

  private final transient List<Mistake> mistakes;

  InvalidRegistryException(Mistake mistake) {
    this(List.of(mistake));
  }

  InvalidRegistryException(List<Mistake> mistakes) {
    super(message(inOrder(mistakes)));
    this.mistakes = inOrder(mistakes);
  }

  /** At least one, in the order of the file. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static List<Mistake> inOrder(List<Mistake> mistakes) {
    return mistakes.stream().sorted(Mistake.BY_PLACE).toList();
  }

  private static String message(List<Mistake> mistakes) {
    var first =
        mistakes.stream()
            .limit(MOST_IN_MESSAGE)
            .map(Mistake::toString)
            .collect(Collectors.joining("; "));
    var more = mistakes.size() - MOST_IN_MESSAGE;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
