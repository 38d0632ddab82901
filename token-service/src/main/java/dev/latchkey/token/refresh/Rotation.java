package dev.latchkey.token.refresh;

import dev.latchkey.token.device.TokenFamily;
import java.time.Duration;

/** What to do with a genuine refresh token, given the row of its device; see the package. */
enum Rotation {
  /** It is the current one, and old enough: make the next generation. */
  NEXT,
  /** The current one is the answer. */
  SAME,
  /** The current one is the answer once more, as the answer that carried it must have been lost. */
  LATE,
  /**
   * It is ahead of the row, which a restored or crashed database has forgotten: it is the current
   * one.
   */
  FORWARD,
  /** It has been replaced, and somebody holds what replaced it. */
  REUSE;

  /** At most one rotation in this time. */
  static final Duration GRACE = Duration.ofSeconds(60);

  static Rotation of(long shown, TokenFamily family, FamilyRules rules) {
    var fresh = family.sinceRotation().compareTo(GRACE) < 0;
    var current = family.generation();
    if (shown > current) {
      return FORWARD;
    }
    if (shown == current) {
      return !rules.rotates() || (fresh && current > 1) ? SAME : NEXT;
    }
    if (shown < current - 1) {
      return REUSE;
    }
    if (fresh || rules.keyBound()) {
      return SAME;
    }
    return family.currentUsed() || family.lateReplay() ? REUSE : LATE;
  }
}
