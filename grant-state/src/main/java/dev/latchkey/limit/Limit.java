package dev.latchkey.limit;

import java.time.Duration;

/**
 * How many of something there may be in any stretch of time.
 *
 * @param name what is counted, for example {@code codes-per-session}; limits of one name share
 *     their counts
 * @param most how many, of each subject
 * @param window in what time, 1 s at least. It is counted in twelfths, so what was used frees up to
 *     a twelfth of the window late, and never early
 */
public record Limit(String name, int most, Duration window) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public Limit {
    Names.check(name);
    if (most < 1) {
      throw new IllegalArgumentException(name + ": a limit of " + most);
    }
    if (window.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + ": a window of " + window);
    }
  }
}
