package dev.latchkey.oauth.limit;

import dev.latchkey.limit.Limit;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;

/**
 * So many in any such time; written {@code 10/5m}.
 *
 * @param most at least 1
 * @param window at least 1 s
 */
public record Rate(int most, Duration window) {

  /** Refused at start, and not at the first request. */
  public Rate {
    var unused = new Limit("rate", most, window);
  }

  /** Reads a setting. */
  public static Rate valueOf(String text) {
    var slash = text.indexOf('/');
    if (slash < 0 || text.substring(slash + 1).isBlank()) {
      throw new IllegalArgumentException("not a rate such as 10/5m: " + text);
    }
    return new Rate(
        Integer.parseInt(text.substring(0, slash).strip()),
        DurationConverter.parseDuration(text.substring(slash + 1).strip()));
  }

  /** The limit of that name, which is part of a key in Redis. */
  public Limit named(String name) {
    return new Limit(name, most, window);
  }
}
