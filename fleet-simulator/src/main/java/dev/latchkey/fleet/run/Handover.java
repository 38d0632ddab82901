package dev.latchkey.fleet.run;

import java.util.OptionalLong;

/** The two ends of one grant's handover, which are seen on two threads and come in any order. */
final class Handover {

  private static final long UNKNOWN = -1;

  private long pressed = UNKNOWN;
  private long received = UNKNOWN;

  /** The time between, in nanoseconds, if this completes it. */
  OptionalLong pressed(long at) {
    pressed = at;
    return span();
  }

  OptionalLong received(long at) {
    received = at;
    return span();
  }

  private OptionalLong span() {
    return pressed == UNKNOWN || received == UNKNOWN
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(received - pressed, 0));
  }
}
