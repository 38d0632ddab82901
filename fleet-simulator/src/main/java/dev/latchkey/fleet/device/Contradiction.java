package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.Optional;

/** Answers that are well formed, but cannot be true for what the device knows. */
public final class Contradiction {

  /** A decision may move the end a little, and nobody's clock is exact. */
  private static final long AFTER_THE_END = Duration.ofSeconds(90).toNanos();

  private static final long BEFORE_THE_END = Duration.ofSeconds(1).toNanos();

  private Contradiction() {}

  /** In words, if there is one. To be asked before the device is told the answer. */
  public static Optional<String> of(Device device, PollAnswer answer, Trip trip) {
    var left = device.expiresAt() - trip.answered();
    if (answer == Waiting.PENDING && left < -AFTER_THE_END) {
      return Optional.of("authorization_pending long after the code ran out");
    }
    if (answer == Verdict.EXPIRED && left > BEFORE_THE_END) {
      return Optional.of("expired_token before expires_in was over");
    }
    if (answer == Gone.INVALID_GRANT && left > BEFORE_THE_END && !device.lostAnAnswer()) {
      return Optional.of("invalid_grant for a code that was neither spent nor over");
    }
    return Optional.empty();
  }
}
