package dev.latchkey.fleet.statistics;

import java.util.Map;

/**
 * One second of the run, for progress and plots.
 *
 * @param at its end, in seconds of the run
 * @param answered by kind
 * @param p50 of quick requests, in milliseconds, as all times here
 */
public record Second(
    double at,
    Map<Kind, Long> answered,
    long failed,
    double p50,
    double p99,
    double max,
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
