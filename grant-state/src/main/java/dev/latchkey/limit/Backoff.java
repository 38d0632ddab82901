package dev.latchkey.limit;

import java.time.Duration;

/**
 * How delays grow with failures: none after the first few, then {@code first}, and twice as long
 * after each further failure.
 *
 * @param name what fails, for example {@code passwords}
 * @param free failures that cost nothing
 * @param first the first delay
 * @param most the longest delay
 * @param forgetOneAfter a failure is forgotten for each such time without another
 */
public record Backoff(
    String name, int free, Duration first, Duration most, Duration forgetOneAfter) {

  public Backoff {
    Names.check(name);
    if (free < 0
        || !first.isPositive()
        || most.compareTo(first) < 0
        || !forgetOneAfter.isPositive()) {
      throw new IllegalArgumentException(name + ": not a way to delay");
    }
  }
}
