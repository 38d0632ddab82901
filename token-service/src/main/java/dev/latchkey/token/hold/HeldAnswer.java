package dev.latchkey.token.hold;

import dev.latchkey.token.grant.PollAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a poll that asked to be held.
 *
 * @param heldFor how long it was held at most, if it was held at all
 */
public record HeldAnswer(PollAnswer answer, @Nullable Duration heldFor) {

  static HeldAnswer atOnce(PollAnswer answer) {
    return new HeldAnswer(answer, null);
  }
}
