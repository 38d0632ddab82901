package dev.latchkey.token.hold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a client would wait for an answer (RFC 7240 section 4.3). */
public final class WaitPreference {

  private static final String NAME = "wait";
  private static final Pattern SECONDS = Pattern.compile("\\d+");

  /** More digits than anybody waits for, and few enough to be counted. */
  private static final int MOST_DIGITS = 9;

  private WaitPreference() {}

  /**
   * The time that a request asks for, at least 1 s; empty if it asks for none, or cannot be read:
   * preferences never are a mistake.
   *
   * @param prefer the values of its header {@code Prefer}, in their order
   */
  public static Optional<Duration> of(List<String> prefer) {
    return prefer.stream()
        .flatMap(value -> split(value, ',').stream())
        // What is behind a semicolon are parameters, and wait has none.
        .map(preference -> split(split(preference, ';').getFirst(), '='))
        .filter(preference -> preference.getFirst().equalsIgnoreCase(NAME))
        // Of several only the first counts (RFC 7240 section 2).
        .findFirst()
        .filter(preference -> preference.size() == 2)
        .flatMap(preference -> seconds(preference.getLast()));
  }

  private static Optional<Duration> seconds(String word) {
    var bare =
        word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
            ? word.substring(1, word.length() - 1)
            : word;
    if (!SECONDS.matcher(bare).matches()) {
      return Optional.empty();
    }
    var seconds = bare.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(bare);
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  /** The parts between the separators that are not within quotes. */
  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    var quoted = false;
    var start = 0;
    for (var at = 0; at < text.length(); at++) {
      var character = text.charAt(at);
      if (character == '"') {
        quoted = !quoted;
      } else if (character == '\\' && quoted) {
        at++;
      } else if (character == separator && !quoted) {
        parts.add(text.substring(start, at).strip());
        start = at + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
