package dev.latchkey.oauth.load;

import java.time.Duration;

/** How much of the processors this process uses, of all that it may use. */
final class ProcessLoad {

  /** The last few seconds: a moment's work is no load. */
  private static final double WEIGHT = 0.3;

  private final int processors;

  private Duration used;
  private long takenAt;
  private volatile double share;

  ProcessLoad() {
    this(Runtime.getRuntime().availableProcessors(), used(), System.nanoTime());
  }

  ProcessLoad(int processors, Duration used, long now) {
    this.processors = processors;
    this.used = used;
    this.takenAt = now;
  }

  /** From 0 to 1. */
  double share() {
    return share;
  }

  /** To be called by one at a time, about once a second. */
  void sample() {
    sample(used(), System.nanoTime());
  }

  void sample(Duration usedNow, long now) {
    var passed = now - takenAt;
    if (passed > 0) {
      var latest = (double) usedNow.minus(used).toNanos() / passed / processors;
      var before = share;
      share = before + WEIGHT * (Math.min(Math.max(latest, 0), 1) - before);
    }
    used = usedNow;
    takenAt = now;
  }

  /** Zero where the system does not tell: then it is the event loops that show the load. */
  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
