package dev.latchkey.fleet.wire;

import dev.latchkey.fleet.device.Reply;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.Trip;

/** How a request ended. */
public sealed interface Landing {

  Trip trip();

  /** Whether it went twice, because the first connection had grown too old. */
  boolean resent();

  /**
   * With an answer.
   *
   * @param held whether the server says that it honoured the wish to wait
   */
  record Answered(Trip trip, boolean resent, Reply reply, boolean held) implements Landing {}

  record Unanswered(Trip trip, boolean resent, Silence silence) implements Landing {}
}
