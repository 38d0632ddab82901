package dev.latchkey.chaos.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When Redis failed over: what no replica had is forgotten then, as ever. */
public final class Failovers {

  /**
   * What is older had reached a replica long before: the promise is of milliseconds, the rest is
   * for whoever wrote it down late.
   */
  private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

  private final List<Failover> over = new CopyOnWriteArrayList<>();
  private volatile long began;
  private volatile boolean under;

  /** Tells that one is under way, or that its end has come. */
  public void mark(boolean underWay) {
    if (underWay) {
      began = System.nanoTime();
    } else {
      over.add(new Failover(began, System.nanoTime()));
    }
    under = underWay;
  }

  /** Whether there was one since then, or is one. */
  boolean since(long then) {
    return under || over.stream().anyMatch(one -> one.ended() - then >= 0);
  }

  /** Whether what was written then may have been forgotten by one. */
  boolean mayForget(long then) {
    return (under && isLate(then, began))
        || over.stream().anyMatch(one -> isLate(then, one.began()) && one.ended() - then >= 0);
  }

  private static boolean isLate(long then, long began) {
    return then - began >= -LAST_MOMENTS.toNanos();
  }

  private record Failover(long began, long ended) {}
}
