package dev.latchkey.bench.load;

import java.time.Duration;

/** When the requests of an order are due, by the clock of {@link System#nanoTime}. */
final class Arrivals {

  /** Timers are no finer: what is due between two of them is due at the first. */
  static final Duration TICK = Duration.ofMillis(1);

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final long began;
  private long taken;

  Arrivals(double perSecond, long began) {
    this.perSecond = perSecond;
    this.began = began;
  }

  boolean arePaced() {
    return perSecond != Order.UNPACED;
  }

  /** The moment of the next one, which is the past if it is late, and now if there is no pace. */
  long next(long now) {
    if (!arePaced()) {
      return now;
    }
    var tick = TICK.toNanos();
    return began + (long) (taken * NANOS / perSecond) / tick * tick;
  }

  /** The next one is under way. */
  void take() {
    taken++;
  }
}
