package dev.latchkey.fleet.statistics;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Times in a histogram of microseconds with three digits; an hour and more count as an hour. */
public final class Latencies {

  private static final long LONGEST = 3_600_000_000L;
  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(LONGEST, DIGITS);

  public Latencies() {
    histogram.setAutoResize(false);
  }

  /** A time in nanoseconds. */
  public void add(long nanos) {
    histogram.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST));
  }

  public void add(Latencies other) {
    histogram.add(other.histogram);
  }

  public void clear() {
    histogram.reset();
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** In milliseconds; empty if there is no time, which is not the same as a short one. */
  public OptionalDouble percentile(double percent) {
    return count() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(histogram.getValueAtPercentile(percent) / 1_000.0);
  }

  /** In milliseconds; empty if there is none. */
  public OptionalDouble max() {
    return percentile(100);
  }
}
