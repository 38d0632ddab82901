package dev.latchkey.fleet.wire;

import dev.latchkey.fleet.device.Reply;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.Trip;

/** How a request ended. */
public sealed interface Landing {

  Trip trip();

  /**
   * With an answer.
   *
   * @param held whether the server says that it honoured the wish to wait
   */
  record Answered(Trip trip, Reply reply, boolean held) implements Landing {}

  record Unanswered(Trip trip, Silence silence) implements Landing {}
}
