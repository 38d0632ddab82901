package dev.latchkey.fleet.device;

import dev.latchkey.fleet.device.Step.Poll;
import dev.latchkey.fleet.device.Step.Refresh;
import dev.latchkey.fleet.device.Step.Rest;
import dev.latchkey.fleet.device.Step.Start;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One device from power-on to its end. Pure: it is told when it is and what was answered, and says
 * what it does next.
 *
 * <pre>
 *   OFF --switchOn--> STARTING --codes--> POLLING --tokens--> LINKED --refreshes...
 *                         |                  |                   |
 *                         `------------------`-------------------`--> ENDED
 * </pre>
 *
 * <p>Mutable and small, because there are 100,000 of them. A device that loses its state is a new
 * object.
 */
public final class Device {

  /** RFC 8628 section 3.5. */
  private static final long SLOW_DOWN_STEP = Duration.ofSeconds(5).toNanos();

  private static final long FIRST_BACK_OFF = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_BACK_OFF = Duration.ofSeconds(60).toNanos();

  /** Devices refresh before the end, so that a request is never refused for a token's age. */
  private static final double REFRESH_AT = 0.8;

  private static final long UNSAID_LIFETIME = Duration.ofHours(1).toNanos();
  private static final long SHORTEST_REFRESH = Duration.ofMillis(100).toNanos();

  private final Habits habits;
  private State state = State.OFF;
  private @Nullable String deviceCode;
  private @Nullable String refreshToken;

  /** What the server asked for so far. */
  private long interval;

  /** What the device makes of it, on its own clock. */
  private long pace;

  private long backOff;
  private long expiresAt;
  private long mayPollAt;
  private boolean lostAnAnswer;

  /** Where a device is in its life. */
  public enum State {
    OFF,
    STARTING,
    POLLING,
    LINKED,
    ENDED
  }

  public Device(Habits habits) {
    this.habits = habits;
  }

  public State state() {
    return state;
  }

  /** The secret it polls with; null before it has one. */
  public @Nullable String deviceCode() {
    return deviceCode;
  }

  public @Nullable String refreshToken() {
    return refreshToken;
  }

  /** When its code runs out, counted from the request for it, the earliest that is possible. */
  long expiresAt() {
    return expiresAt;
  }

  boolean lostAnAnswer() {
    return lostAnAnswer;
  }

  /** Whether a poll at that time keeps the interval that the server has asked for so far. */
  public boolean keepsPace(long sent) {
    return sent >= mayPollAt;
  }

  public Step switchOn(long now) {
    state = State.STARTING;
    return new Start(now);
  }

  /** The answer to {@link Start}. */
  public Step started(StartAnswer answer, Trip trip) {
    return switch (answer) {
      case Codes codes -> begin(codes, trip);
      case Later(var code, var retryAfter) -> new Start(notBefore(trip, backOff(), retryAfter));
      case Silence ignored -> new Start(trip.answered() + backOff());
      case Rejected ignored -> end(Ending.STOPPED);
      case Surprise ignored -> new Start(trip.answered() + backOff());
    };
  }

  /** The answer to {@link Poll}. */
  public Step polled(PollAnswer answer, Trip trip) {
    return switch (answer) {
      case Waiting.PENDING -> {
        answered(trip);
        yield new Poll(nextPoll(trip));
      }
      case SlowDown(var wanted, var retryAfter) -> {
        interval = Math.max(interval + SLOW_DOWN_STEP, wanted.toNanos());
        pace = habits.heedsSlowDown() ? Math.max(pace + SLOW_DOWN_STEP, wanted.toNanos()) : pace;
        answered(trip);
        yield new Poll(Math.max(nextPoll(trip), trip.answered() + heeded(retryAfter)));
      }
      case Later(var code, var retryAfter) ->
          new Poll(Math.max(nextPoll(trip), notBefore(trip, backOff(), retryAfter)));
      case Silence ignored -> {
        lostAnAnswer = true;
        yield new Poll(Math.max(nextPoll(trip), trip.answered() + backOff()));
      }
      case Surprise ignored -> new Poll(Math.max(nextPoll(trip), trip.answered() + backOff()));
      case Tokens tokens -> linked(tokens, trip);
      case Verdict.DENIED -> end(Ending.DENIED);
      case Verdict.EXPIRED -> end(Ending.EXPIRED);
      case Gone.INVALID_GRANT ->
          end(
              trip.sent() >= expiresAt
                  ? Ending.EXPIRED
                  : lostAnAnswer ? Ending.ANSWER_LOST : Ending.STOPPED);
      case Rejected ignored -> end(Ending.STOPPED);
    };
  }

  /** The answer to {@link Refresh}. */
  public Step refreshed(RefreshAnswer answer, Trip trip) {
    return switch (answer) {
      case Tokens tokens -> linked(tokens, trip);
      case Later(var code, var retryAfter) -> new Refresh(notBefore(trip, backOff(), retryAfter));
      case Silence ignored -> new Refresh(trip.answered() + backOff());
      case Surprise ignored -> new Refresh(trip.answered() + backOff());
      case Gone.INVALID_GRANT -> end(Ending.LOGGED_OUT);
      case Rejected ignored -> end(Ending.STOPPED);
    };
  }

  private Step begin(Codes codes, Trip trip) {
    state = State.POLLING;
    deviceCode = codes.deviceCode();
    interval = codes.interval().toNanos();
    expiresAt = trip.sent() + codes.lifetime().toNanos();
    backOff = 0;
    lostAnAnswer = false;
    mayPollAt = 0; // section 3.5 limits the time between polls; the first is free
    pace = habits.pollEvery().map(Duration::toNanos).orElse(interval);
    return new Poll(trip.answered() + own(pace));
  }

  private Step linked(Tokens tokens, Trip trip) {
    state = State.LINKED;
    deviceCode = null;
    backOff = 0;
    refreshToken = tokens.refreshToken() == null ? refreshToken : tokens.refreshToken();
    if (refreshToken == null || habits.refreshSpeed().isEmpty()) {
      return end(Ending.LINKED);
    }
    var lifetime = tokens.lifetime().isZero() ? UNSAID_LIFETIME : tokens.lifetime().toNanos();
    var wait = lifetime * REFRESH_AT / habits.refreshSpeed().get();
    return new Refresh(trip.answered() + Math.max(own((long) wait), SHORTEST_REFRESH));
  }

  private Step end(Ending ending) {
    state = State.ENDED;
    deviceCode = null;
    refreshToken = null;
    return new Rest(ending);
  }

  private void answered(Trip trip) {
    backOff = 0;
    mayPollAt = trip.sent() + interval;
  }

  /**
   * A device's timer runs from one poll to the next, however long the answer takes (section 3.5
   * counts "between polling requests"); but it asks one thing at a time.
   */
  private long nextPoll(Trip trip) {
    return Math.max(trip.sent() + own(pace), trip.answered());
  }

  /** A span on the device's clock, in true time. */
  private long own(long span) {
    return (long) (span / habits.clockRate());
  }

  private long notBefore(Trip trip, long wait, Duration retryAfter) {
    return trip.answered() + (heeded(retryAfter) > 0 ? heeded(retryAfter) : wait);
  }

  private long heeded(Duration retryAfter) {
    return habits.heedsSlowDown() ? retryAfter.toNanos() : 0;
  }

  /** Section 3.5: doubled at each silence. */
  private long backOff() {
    backOff = backOff == 0 ? FIRST_BACK_OFF : Math.min(2 * backOff, LONGEST_BACK_OFF);
    return backOff;
  }
}
