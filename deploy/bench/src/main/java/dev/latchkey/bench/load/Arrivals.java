package dev.latchkey.bench.load;

import java.time.Duration;

/** When the requests of an order are due, by the clock of {@link System#nanoTime}. */
final class Arrivals {

  /** Timers are no finer: what is due between two of them is due at the first. */
  static final Duration TICK = Duration.ofMillis(1);

  /** A tick that comes a little early is the one that was meant. */
  private static final long EARLY = TICK.toNanos() / 2;

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final long began;
  private long taken;

  /**
   * From a moment on.
   *
   * @param began with a pace, the moment of a tick
   */
  Arrivals(double perSecond, long began) {
    this.perSecond = perSecond;
    this.began = began;
  }

  long began() {
    return began;
  }

  /** The moment of the next one, which is the past if it is late, and now if there is no pace. */
  long next(long now) {
    if (perSecond == Order.UNPACED) {
      return now;
    }
    var tick = TICK.toNanos();
    var due = began + (long) (taken * NANOS / perSecond) / tick * tick;
    return due - now < EARLY ? Math.min(due, now) : due;
  }

  /** The next one is under way. */
  void take() {
    taken++;
  }
}
