package dev.latchkey.authz.events;

import java.time.Instant;
import java.util.UUID;

/** Moments as ids: events sort by their ids, which begin with the time (RFC 9562 section 5.7). */
final class EventMoment {

  private static final int TIME_SHIFT = 16;
  private static final long LAST = (1L << (Long.SIZE - TIME_SHIFT)) - 1;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private EventMoment() {}

  /** Below the ids of all events from that moment on, and above those of all before. */
  static UUID first(Instant moment) {
    return new UUID(millis(moment) << TIME_SHIFT, 0);
  }

  /** Events have whole milliseconds: none is between this one and the next. */
  private static long millis(Instant moment) {
    if (moment.getEpochSecond() < 0) {
      return 0;
    }
    if (moment.getEpochSecond() >= LAST / 1_000) {
      return LAST;
    }
    return moment.getEpochSecond() * 1_000 + Math.ceilDiv(moment.getNano(), NANOS_PER_MILLI);
  }
}
