package dev.latchkey.bench.measure;

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
    var cpu = Duration.ofNanos((long) (seconds * 1e9));
    return new Sample(
        new Outcome(Map.of(Grants.PENDING, (long) REQUESTS), 0.5),
        cpu.minusMillis(2),
        Duration.ofMillis(2),
        Duration.ZERO);
  }

  /** A series of such. */
  public static Series series(double... seconds) {
    return new Series(Grants.PENDING, DoubleStream.of(seconds).mapToObj(Samples::costing).toList());
  }
}
