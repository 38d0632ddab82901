package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Latencies;
import java.util.function.ToDoubleFunction;

/**
 * How long polls wait for their answer, from the moment at which they were due.
 *
 * @param share of what that server can answer at most
 */
public record Latency(Subject subject, double share, Series series) {

  public Spread perSecond() {
    return series.spread(Sample::rate);
  }

  public Spread busy() {
    return series.spread(Sample::busy);
  }

  /** In milliseconds, or what is made of them. */
  public Spread of(ToDoubleFunction<Latencies> figure) {
    return series.spread(sample -> figure.applyAsDouble(sample.outcome().latencies()));
  }

  /** How many times the median the 99th percentile is. */
  public Spread tail() {
    return of(latencies -> latencies.p99() / latencies.p50());
  }
}
