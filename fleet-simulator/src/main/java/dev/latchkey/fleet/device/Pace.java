package dev.latchkey.fleet.device;

import java.time.Duration;

/**
 * When a device may ask again, in nanoseconds of the run: the interval that the server asked for,
 * what the device makes of it on its own clock, and its pauses after trouble (RFC 8628 section
 * 3.5).
 */
final class Pace {

  private static final long SLOW_DOWN_STEP = Duration.ofSeconds(5).toNanos();

  /** Where the server says that no pause is needed; a device that believed it would never rest. */
  private static final long LEAST_INTERVAL = Duration.ofSeconds(1).toNanos();

  private static final long FIRST_BACK_OFF = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_BACK_OFF = Duration.ofSeconds(60).toNanos();

  private final Habits habits;

  /** What the server asked for so far. */
  private long interval;

  /** What the device makes of it, on its own clock. */
  private long own;

  private long backOff;
  private long mayPollAt;

  Pace(Habits habits) {
    this.habits = habits;
  }

  /** Codes are there: when to poll first, which section 3.5 leaves open. */
  long begin(Duration wanted, Trip trip) {
    interval = wanted.isZero() ? LEAST_INTERVAL : wanted.toNanos();
    own = habits.pollEvery().map(Duration::toNanos).orElse(interval);
    mayPollAt = 0;
    well();
    return trip.answered() + span(own);
  }

  /** Whether a poll at that time keeps the interval that the server has asked for so far. */
  boolean allows(long sent) {
    return sent >= mayPollAt;
  }

  /** The last trouble is over. */
  void well() {
    backOff = 0;
  }

  long afterPending(Trip trip) {
    well();
    mayPollAt = trip.sent() + interval;
    return nextPoll(trip);
  }

  long afterSlowDown(SlowDown answer, Trip trip) {
    var wanted = answer.interval().toNanos();
    interval = Math.max(interval + SLOW_DOWN_STEP, wanted);
    own = habits.heedsSlowDown() ? Math.max(own + SLOW_DOWN_STEP, wanted) : own;
    return Math.max(afterPending(trip), trip.answered() + heeded(answer.retryAfter()));
  }

  /** Trouble with a poll; it is no leave to poll before the interval is over. */
  long pollAgain(Failure trouble, Trip trip) {
    if (trouble instanceof Silence) {
      mayPollAt = trip.sent() + interval; // the server may have seen it all the same
    }
    backOff = Math.max(backOff, Math.max(own, FIRST_BACK_OFF));
    return Math.max(nextPoll(trip), again(trouble, trip));
  }

  /** Trouble with a request that has no interval: when to repeat it. */
  long again(Failure trouble, Trip trip) {
    var wanted = trouble instanceof Later(var code, var retryAfter) ? heeded(retryAfter) : 0;
    var doubled = doubled();
    return trip.answered() + (wanted > 0 ? wanted : doubled);
  }

  /** A span on the device's clock, in true time. */
  long span(long own) {
    return (long) (own / habits.clockRate());
  }

  /**
   * A device's timer runs from one poll to the next, however long the answer takes (section 3.5
   * counts "between polling requests"); but it asks one thing at a time.
   */
  private long nextPoll(Trip trip) {
    return Math.max(trip.sent() + span(own), trip.answered());
  }

  private long heeded(Duration retryAfter) {
    return habits.heedsSlowDown() ? retryAfter.toNanos() : 0;
  }

  /** Section 3.5: doubled at each silence, beginning with the interval if there is one. */
  private long doubled() {
    var longest = Math.max(LONGEST_BACK_OFF, own);
    backOff = backOff == 0 ? FIRST_BACK_OFF : Math.min(2 * backOff, longest);
    return backOff;
  }
}
