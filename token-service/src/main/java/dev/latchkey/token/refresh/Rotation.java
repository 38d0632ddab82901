package dev.latchkey.token.refresh;

import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.RefreshToken;
import java.time.Duration;
import java.time.Instant;

/** What to do with a genuine refresh token, given the row of its device. */
enum Rotation {
  /** It is the current one, and old enough: make the next generation. */
  NEXT,
  /**
   * It is the current one and fresh, or the one before it, or ahead of the row, which a restored
   * database has forgotten: the current one is the answer.
   */
  SAME,
  /** It has been replaced more than once. */
  REPLACED;

  /** At most one rotation in this time. */
  static final Duration GRACE = Duration.ofSeconds(60);

  static Rotation of(RefreshToken sent, LinkedDevice device, Instant now) {
    if (sent.generation() == device.generation()) {
      var fresh = now.isBefore(device.rotatedAt().plus(GRACE));
      return fresh && device.generation() > 1 ? SAME : NEXT;
    }
    return sent.generation() >= device.generation() - 1 ? SAME : REPLACED;
  }
}
