package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.Optional;

/**
 * How a device keeps the rules.
 *
 * @param clockRate seconds on its clock in one true second; above 1 it is early
 * @param pollEvery instead of the interval that the server asked for, if it has its own idea
 * @param heedsSlowDown whether {@code slow_down} changes its interval
 * @param refreshSpeed how often it refreshes for each time it should; empty: never
 */
public record Habits(
    double clockRate,
    Optional<Duration> pollEvery,
    boolean heedsSlowDown,
    Optional<Double> refreshSpeed) {

  /** A clock that is right, the server's interval, no refreshing. */
  public static final Habits GOOD = new Habits(1, Optional.empty(), true, Optional.empty());
}
