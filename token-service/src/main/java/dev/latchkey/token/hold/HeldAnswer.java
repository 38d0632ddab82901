package dev.latchkey.token.hold;

import dev.latchkey.token.grant.PollAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a poll that asked to be held.
 *
 * @param wait how long it was to wait at most, if it was held at all
 */
public record HeldAnswer(PollAnswer answer, @Nullable Duration wait) {

  static HeldAnswer atOnce(PollAnswer answer) {
    return new HeldAnswer(answer, null);
  }
}
