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

  /** Devices refresh before the end, so that a request is never refused for a token's age. */
  private static final double REFRESH_AT = 0.8;

  private static final long UNSAID_LIFETIME = Duration.ofHours(1).toNanos();
  private static final long SHORTEST_REFRESH = Duration.ofMillis(100).toNanos();
  private static final long LONGEST_REFRESH = Fields.LONGEST.toNanos();

  private final Habits habits;
  private final Pace pace;
  private State state = State.OFF;
  private @Nullable String deviceCode;
  private @Nullable String refreshToken;
  private long expiresAt;
  private long givesUpAt;
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
    this.pace = new Pace(habits);
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

  /** The server may have spent the code for an answer that did not come. */
  public void mayHaveLostAnAnswer() {
    lostAnAnswer = true;
  }

  /** Whether a poll at that time keeps the interval that the server has asked for so far. */
  public boolean keepsPace(long sent) {
    return pace.allows(sent);
  }

  public Step switchOn(long now) {
    state = State.STARTING;
    return new Start(now);
  }

  /** The answer to {@link Start}. */
  public Step started(StartAnswer answer, Trip trip) {
    return switch (answer) {
      case Codes codes -> begin(codes, trip);
      case Rejected ignored -> end(Ending.REJECTED);
      case Later later -> new Start(pace.again(later, trip));
      case Silence silence -> new Start(pace.again(silence, trip));
      case Surprise surprise -> new Start(pace.again(surprise, trip));
    };
  }

  /** The answer to {@link Poll}. */
  public Step polled(PollAnswer answer, Trip trip) {
    return switch (answer) {
      case Waiting.PENDING -> whileItLasts(pace.afterPending(trip), trip);
      case SlowDown slowDown -> whileItLasts(pace.afterSlowDown(slowDown, trip), trip);
      case Later later -> whileItLasts(pace.pollAgain(later, trip), trip);
      case Silence silence -> {
        mayHaveLostAnAnswer();
        yield whileItLasts(pace.pollAgain(silence, trip), trip);
      }
      case Surprise surprise -> {
        lostAnAnswer |= surprise.mayHaveSucceeded();
        yield whileItLasts(pace.pollAgain(surprise, trip), trip);
      }
      case Tokens tokens -> linked(tokens, trip);
      case Verdict.DENIED -> end(Ending.DENIED);
      case Verdict.EXPIRED -> end(Ending.EXPIRED);
      case Gone.INVALID_GRANT -> end(whyGone(trip));
      case Rejected ignored -> end(Ending.REJECTED);
    };
  }

  /** The answer to {@link Refresh}. */
  public Step refreshed(RefreshAnswer answer, Trip trip) {
    return switch (answer) {
      case Tokens tokens -> linked(tokens, trip);
      case Later later -> new Refresh(pace.again(later, trip));
      case Silence silence -> new Refresh(pace.again(silence, trip));
      case Surprise surprise -> new Refresh(pace.again(surprise, trip));
      case Gone.INVALID_GRANT -> end(Ending.LOGGED_OUT);
      case Rejected ignored -> end(Ending.REJECTED);
    };
  }

  private Step begin(Codes codes, Trip trip) {
    state = State.POLLING;
    deviceCode = codes.deviceCode();
    expiresAt = trip.sent() + codes.lifetime().toNanos();
    givesUpAt = trip.answered() + pace.span(codes.lifetime().toNanos());
    lostAnAnswer = false;
    return new Poll(pace.begin(codes.interval(), trip));
  }

  private Step linked(Tokens tokens, Trip trip) {
    state = State.LINKED;
    deviceCode = null;
    pace.well();
    refreshToken = tokens.refreshToken() == null ? refreshToken : tokens.refreshToken();
    if (refreshToken == null || habits.refreshSpeed().isEmpty()) {
      return end(Ending.LINKED);
    }
    var lifetime = tokens.lifetime().isZero() ? UNSAID_LIFETIME : tokens.lifetime().toNanos();
    var wait = lifetime * REFRESH_AT / habits.refreshSpeed().get();
    var span = Math.clamp(pace.span((long) wait), SHORTEST_REFRESH, LONGEST_REFRESH);
    return new Refresh(trip.answered() + span);
  }

  /** Section 3.3: until expires_in is over on its own clock; one poll after that is the last. */
  private Step whileItLasts(long nextPoll, Trip trip) {
    return trip.sent() < givesUpAt ? new Poll(nextPoll) : end(Ending.EXPIRED);
  }

  private Step end(Ending ending) {
    state = State.ENDED;
    deviceCode = null;
    refreshToken = null;
    return new Rest(ending);
  }

  private Ending whyGone(Trip trip) {
    if (trip.sent() >= expiresAt) {
      return Ending.EXPIRED;
    }
    return lostAnAnswer ? Ending.ANSWER_LOST : Ending.STOPPED;
  }
}
