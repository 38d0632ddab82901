package dev.latchkey.oauth.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What this process has told lately. Whoever can cause an event as often as they send a request is
 * to cause one and not thousands: those would push the events of others out of the stream.
 */
public final class Repetitions {

  private static final Duration LATELY = Duration.ofMinutes(15);
  private static final int MOST = 20_000;

  private final Cache<Object, Boolean> told =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LATELY).build();

  /**
   * Whether nobody asked that in the last quarter of an hour, as far as there is memory for it.
   *
   * @param what a value, such as a record of what is told and of whom
   */
  public boolean isNew(Object what) {
    return told.asMap().putIfAbsent(what, true) == null;
  }
}
