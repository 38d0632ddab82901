package dev.latchkey.fleet.run;

/**
 * Whether the server holds polls at all, which only an answer can tell (RFC 7240 section 3): a poll
 * that is long under way is held by one that does, and stalled by one that does not. Shared by all
 * slices, from any thread.
 */
final class Holding {

  private volatile boolean seen;

  /** An answer said that it was held. */
  void see() {
    seen = true;
  }

  /**
   * Whether a poll in flight is one that the server holds, and no longer than it was asked to.
   *
   * @param sent when it was, in nanoseconds of the run, as {@code now}
   */
  boolean holds(Errand errand, long sent, long now) {
    return seen && errand.mayBeHeld() && now - sent <= errand.place().quirks().hold().toNanos();
  }
}
