package dev.latchkey.token.device;

import java.time.Instant;
import java.util.Optional;

/**
 * A span of time, open at the end of which it says nothing.
 *
 * @param from the first moment in it
 * @param until the first moment after it
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> until) {

  public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  public boolean isAlways() {
    return equals(ALWAYS);
  }

  /** The part of it that is before the moment. */
  TimeRange before(Instant moment) {
    return new TimeRange(from, Optional.of(until.filter(moment::isAfter).orElse(moment)));
  }
}
