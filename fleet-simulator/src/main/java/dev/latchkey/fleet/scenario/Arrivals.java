package dev.latchkey.fleet.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** When devices are switched on. Decided before the run, so that no answer can delay one. */
public sealed interface Arrivals {

  /** Independent of each other: exponential gaps, so many a second on average. */
  record AtRate(double perSecond) implements Arrivals {}

  /** All within one span, evenly; a span of zero is all at once. */
  record Within(Duration from, Duration span) implements Arrivals {}

  /** Nanoseconds of the run, ascending. */
  default long[] times(int devices, RandomGenerator random) {
    var times = new long[devices];
    switch (this) {
      case AtRate(var perSecond) -> {
        var at = 0.0;
        for (var i = 0; i < devices; i++) {
          at += random.nextExponential() * 1e9 / perSecond;
          times[i] = (long) at;
        }
      }
      case Within(var from, var span) -> {
        for (var i = 0; i < devices; i++) {
          times[i] = from.toNanos() + (long) (random.nextDouble() * span.toNanos());
        }
        Arrays.sort(times);
      }
    }
    return times;
  }
}
