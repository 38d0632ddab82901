package dev.latchkey.oauth.load;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures how late one event loop is: by how much a timer on it misses its time is how long a
 * request waits to be looked at. Only that loop calls it, except for {@link #lag}.
 */
final class LoopProbe {

  private static final long EVERY_NANOS = Duration.ofMillis(10).toNanos();

  /** About half a second's worth of measurements. */
  private static final double WEIGHT = 0.02;

  /**
   * So many requests of a start are let in however late the loop is. It loads classes and compiles
   * then, which nothing but serving ends; each event loop has its own connections, and its share.
   */
  private static final int FIRST_REQUESTS = 250;

  private static final ThreadLocal<@Nullable LoopProbe> HERE = new ThreadLocal<>();

  private final EventLoop loop;
  private final ShedShare share;
  private final double lagNanos;

  private int letIn;
  private long due;
  private volatile double smoothedNanos;
  private volatile boolean stopped;

  LoopProbe(EventLoop loop, long lagNanos) {
    this.loop = loop;
    this.share = new ShedShare(lagNanos);
    this.lagNanos = lagNanos;
  }

  /** The probe of the event loop that calls; null for any other thread. */
  static @Nullable LoopProbe here() {
    return HERE.get();
  }

  /** Begins to measure. */
  void start() {
    loop.execute(
        () -> {
          HERE.set(this);
          schedule(System.nanoTime());
        });
  }

  void stop() {
    stopped = true;
  }

  /** Whether the next request is to be sent away. */
  boolean sheds() {
    if (letIn < FIRST_REQUESTS) {
      letIn++;
      return false;
    }
    var value = share.value();
    return value > 0 && ThreadLocalRandom.current().nextDouble() < value;
  }

  /** How late the loop has been lately, as a share of how late it may be. */
  double lag() {
    return smoothedNanos / lagNanos;
  }

  void observe(long lateNanos) {
    var before = smoothedNanos;
    smoothedNanos = before + WEIGHT * (lateNanos - before);
    share.observe(lateNanos, (EVERY_NANOS + lateNanos) / 1e9);
  }

  private void schedule(long now) {
    if (!stopped && !loop.isShuttingDown()) {
      due = now + EVERY_NANOS;
      var unused = loop.schedule(this::tick, EVERY_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  private void tick() {
    var now = System.nanoTime();
    observe(Math.max(0, now - due));
    schedule(now);
  }
}
