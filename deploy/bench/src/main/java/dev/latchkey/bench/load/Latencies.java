package dev.latchkey.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** From the moment at which a request was due to the end of its answer, in milliseconds. */
public record Latencies(double p50, double p99, double p999) {

  private static final double MICROS = TimeUnit.MILLISECONDS.toMicros(1);

  /** Of a histogram of microseconds. */
  static Latencies of(Histogram micros) {
    return new Latencies(at(micros, 50), at(micros, 99), at(micros, 99.9));
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS;
  }
}
