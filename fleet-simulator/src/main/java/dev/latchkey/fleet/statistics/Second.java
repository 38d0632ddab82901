package dev.latchkey.fleet.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One second of the run, for progress and plots.
 *
 * @param at its end, in seconds of the run
 * @param answered by kind
 * @param p50 of quick requests, in milliseconds, as all times here; empty if none was answered
 */
public record Second(
    double at,
    Map<Kind, Long> answered,
    long failed,
    OptionalDouble p50,
    OptionalDouble p99,
    OptionalDouble max,
    Census census) {

  public Second {
    answered = Map.copyOf(answered);
  }

  public static Second of(double at, Interval interval, Census census) {
    var quick = interval.quick();
    return new Second(
        at,
        interval.byKind(),
        interval.failed(),
        quick.percentile(50),
        quick.percentile(99),
        quick.max(),
        census);
  }
}
