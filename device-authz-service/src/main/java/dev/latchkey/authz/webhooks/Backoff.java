package dev.latchkey.authz.webhooks;

import java.time.Duration;

/** How long an event waits before it is tried again. */
final class Backoff {

  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int DOUBLINGS = 10;

  private Backoff() {}

  /**
   * Twice as long each time, to an hour; between half of that and all of it, so that what failed
   * together does not come together again.
   *
   * @param attempt the one that failed, from 1 on
   * @param drawn from 0 to 1
   */
  static Duration after(int attempt, double drawn) {
    var full = FIRST.toMillis() << Math.min(attempt - 1, DOUBLINGS);
    var most = Math.min(full, LONGEST.toMillis());
    return Duration.ofMillis(Math.round(most * (1 + drawn) / 2));
  }
}
