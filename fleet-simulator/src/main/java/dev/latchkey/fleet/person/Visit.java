package dev.latchkey.fleet.person;

import dev.latchkey.fleet.device.Codes;
import java.net.URI;
import java.util.function.LongConsumer;

/**
 * One person's way through the pages.
 *
 * @param intended when it should begin, in nanoseconds of the run
 * @param pressed told, on the people's thread, when the last button was pressed
 */
public record Visit(long intended, Wish wish, Codes codes, LongConsumer pressed) {

  /**
   * The address with the code in it, if there is one.
   *
   * @throws IllegalArgumentException if the server gave something else than an address
   */
  URI address() {
    var complete = codes.complete();
    return URI.create(complete == null ? codes.address() : complete);
  }
}
