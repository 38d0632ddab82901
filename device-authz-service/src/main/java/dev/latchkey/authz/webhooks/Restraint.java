package dev.latchkey.authz.webhooks;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much a replica sends to a webhook at once. While nothing gets through it sends one event at a
 * time and pauses, longer each time, so that a receiver that is down is not beaten by all that has
 * gathered meanwhile; the first that gets through opens it again.
 */
final class Restraint {

  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final int DOUBLINGS = 5;

  private final int parallel;
  private final LongSupplier nanoTime;

  private int inVain;
  private long notBefore;

  Restraint(int parallel, LongSupplier nanoTime) {
    this.parallel = parallel;
    this.nanoTime = nanoTime;
    this.notBefore = nanoTime.getAsLong();
  }

  /** How many may be sent now; 0 during a pause. */
  synchronized int places() {
    if (nanoTime.getAsLong() - notBefore < 0) {
      return 0;
    }
    return isProbing() ? 1 : parallel;
  }

  /** Whether nothing got through last time. */
  synchronized boolean isProbing() {
    return inVain > 0;
  }

  synchronized void gotThrough() {
    inVain = 0;
    notBefore = nanoTime.getAsLong();
  }

  synchronized void wasInVain() {
    var pause =
        Math.min(
            Duration.ofSeconds(1).toNanos() << Math.min(inVain, DOUBLINGS),
            LONGEST_PAUSE.toNanos());
    inVain++;
    notBefore = nanoTime.getAsLong() + pause;
  }
}
