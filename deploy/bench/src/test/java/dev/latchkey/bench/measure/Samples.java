package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Latencies;
import dev.latchkey.bench.load.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Made-up figures. */
public final class Samples {

  private static final int REQUESTS = 1_000;

  private Samples() {}

  /** A turn of a thousand requests, that cost so many seconds in all. */
  public static Sample costing(double seconds) {
    return sample(seconds, new Latencies(0.5, 2, 4));
  }

  /** A turn of a thousand requests within half a second, which waited so long. */
  public static Sample waiting(Latencies latencies) {
    return sample(0.03, latencies);
  }

  private static Sample sample(double seconds, Latencies latencies) {
    var cpu = Duration.ofNanos((long) (seconds * 1e9));
    return new Sample(
        new Outcome(Map.of(Grants.PENDING, (long) REQUESTS), 0.5, latencies),
        cpu.minusMillis(2),
        Duration.ofMillis(2),
        Duration.ZERO,
        0.9);
  }

  /** A series of such. */
  public static Series series(double... seconds) {
    return new Series(Grants.PENDING, DoubleStream.of(seconds).mapToObj(Samples::costing).toList());
  }
}
