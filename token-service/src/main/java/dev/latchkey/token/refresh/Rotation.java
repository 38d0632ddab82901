package dev.latchkey.token.refresh;

import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.RefreshToken;
import java.time.Duration;
import java.time.Instant;

/** What to do with a genuine refresh token, given the row of its device. */
enum Rotation {
  /** It is the current one, and old enough: make the next generation. */
  NEXT,
  /** It is the current one and fresh, or the one before it: the current one is the answer. */
  SAME,
  /** It has been replaced for too long. */
  REPLACED;

  /** At most one rotation in this time; within it the previous generation gets its successor. */
  static final Duration GRACE = Duration.ofSeconds(60);

  static Rotation of(RefreshToken sent, LinkedDevice device, Instant now) {
    var graceful = now.isBefore(device.rotatedAt().plus(GRACE));
    if (sent.generation() == device.generation()) {
      return graceful && device.generation() > 1 ? SAME : NEXT;
    }
    return graceful && sent.generation() == device.generation() - 1 ? SAME : REPLACED;
  }
}
