package dev.latchkey.limit;

import java.time.Duration;

/** What became of taking one of what a {@link Limit} allows. */
public sealed interface LimitOutcome {

  /**
   * It is taken, and counts from now on.
   *
   * @param reservation gives it back, if it turns out to be none of what is limited
   * @param remaining how many more there are just now
   */
  record Allowed(Reservation reservation, int remaining) implements LimitOutcome {}

  /**
   * There is none left, and nothing was counted.
   *
   * @param retryAfter until one is free, if nobody else takes it
   * @param first whether nobody was told so since the limit was reached: for logs that must not
   *     grow with an attack
   */
  record Limited(Duration retryAfter, boolean first) implements LimitOutcome {}
}
