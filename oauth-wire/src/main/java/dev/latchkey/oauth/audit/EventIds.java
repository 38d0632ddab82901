package dev.latchkey.oauth.audit;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of events: UUIDs of version 7, which sort by time (RFC 9562 section 5.7). Of one process they
 * are drawn in order also within a millisecond, by a count; that no other process draws the same
 * says a random number of its own.
 */
final class EventIds {

  /** RFC 9562 section 5.7, from the left: time in milliseconds, version, 12 bits of our own. */
  private static final int TIME_SHIFT = 16;

  private static final long VERSION = 0x7000L;

  /** Then 2 bits that say which kind of UUID this is, and 62 of our own. */
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private static final int PROCESS_BITS = 44;
  private static final int LOW_COUNT_BITS = 18;

  private final long process = new SecureRandom().nextLong() >>> (Long.SIZE - PROCESS_BITS);

  /** Its last 30 bits are in the id; so many events do not happen in a millisecond. */
  private final AtomicLong count = new AtomicLong();

  /**
   * @param millis when it happened, since 1970
   */
  UUID next(long millis) {
    var number = count.getAndIncrement();
    var high = (number >>> LOW_COUNT_BITS) & 0xFFF;
    var low = number & ((1L << LOW_COUNT_BITS) - 1);
    return new UUID(
        (millis << TIME_SHIFT) | VERSION | high, VARIANT | (low << PROCESS_BITS) | process);
  }
}
