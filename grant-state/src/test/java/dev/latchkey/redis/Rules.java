package dev.latchkey.redis;

import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.Proof;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a grant in plain Java: the diagram of {@code dev.latchkey.grant} as code, with a
 * clock of its own that counts seconds. Claims are numbered as they are handed out.
 */
final class Rules {

  static final int LIFETIME = 300;

  private static final int BOND = 120;
  private static final int LEASE = 10;
  private static final int TIME_TO_FETCH = 60;
  private static final int TIME_TO_CONFIRM = 120;
  private static final int ATTEMPTS = 3;
  private static final int STEP = 5;
  private static final int SLOWEST = 60;
  private static final int ANSWER_KEPT = 30;
  private static final int GARBAGE = 600;
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private enum State {
    PENDING,
    CONFIRMING,
    APPROVED,
    CLAIMED,
    REDEEMED,
    DENIED,
    GONE
  }

  /** What a poll brings as confirmation number: none, the right one, or one of the wrong ones. */
  static final int NONE = -1;

  static final int RIGHT = 0;

  private final boolean saysExpiredOnce;
  private final boolean numberMatching;

  private State state = State.PENDING;
  private int now;
  private int expiresAt = LIFETIME;
  private int interval = 5;
  private int nextPollAt;
  private boolean toldExpired;

  private String browser = "";
  private int bondUntil;
  private String decision = "";

  private final Set<Integer> tried = new HashSet<>();

  private int claims;
  private int claim = -1;
  private int leaseUntil;

  private Proof proof;
  private int answer = -1;
  private int answerUntil;

  Rules(boolean saysExpiredOnce, boolean numberMatching, Proof proof) {
    this.saysExpiredOnce = saysExpiredOnce;
    this.numberMatching = numberMatching;
    this.proof = proof;
  }

  void pass(int seconds) {
    now += seconds;
    if (now >= expiresAt + GARBAGE) {
      state = State.GONE;
    }
  }

  String look(String by) {
    return switch (state) {
      case GONE -> "UNKNOWN";
      case DENIED -> "DENIED";
      case APPROVED, CLAIMED, REDEEMED -> "APPROVED";
      case CONFIRMING -> {
        if (!browser.equals(by)) {
          yield "APPROVED";
        }
        yield now >= expiresAt ? "EXPIRED" : "CONFIRMING";
      }
      case PENDING -> {
        if (now >= expiresAt) {
          yield "EXPIRED";
        }
        yield !browser.isEmpty() && !browser.equals(by) && now < bondUntil ? "IN_USE" : "OPEN";
      }
    };
  }

  String open(String by) {
    var outcome = look(by);
    if (outcome.equals("OPEN")) {
      browser = by;
      bondUntil = now + BOND;
    }
    return outcome;
  }

  DecisionOutcome decide(String by, boolean approve) {
    var id = by + approve;
    return switch (state) {
      case GONE -> DecisionOutcome.UNKNOWN;
      case DENIED ->
          !approve && decision.equals(id)
              ? DecisionOutcome.RECORDED
              : DecisionOutcome.ALREADY_DENIED;
      case APPROVED, CLAIMED, REDEEMED ->
          decision.equals(id) ? DecisionOutcome.RECORDED : DecisionOutcome.ALREADY_APPROVED;
      case CONFIRMING -> {
        if (decision.equals(id)) {
          yield DecisionOutcome.RECORDED;
        }
        if (approve || !browser.equals(by)) {
          yield DecisionOutcome.ALREADY_APPROVED;
        }
        yield now >= expiresAt ? DecisionOutcome.EXPIRED : decided(id, State.DENIED, 0);
      }
      case PENDING -> {
        if (now >= expiresAt) {
          yield DecisionOutcome.EXPIRED;
        }
        if (!browser.equals(by)) {
          yield DecisionOutcome.IN_USE;
        }
        if (!approve) {
          yield decided(id, State.DENIED, 0);
        }
        yield numberMatching
            ? decided(id, State.CONFIRMING, TIME_TO_CONFIRM)
            : decided(id, State.APPROVED, TIME_TO_FETCH);
      }
    };
  }

  private DecisionOutcome decided(String id, State next, int timeLeft) {
    decision = id;
    state = next;
    expiresAt = Math.max(expiresAt, now + timeLeft);
    return DecisionOutcome.RECORDED;
  }

  String poll(Proof shown, int number) {
    return poll(shown, number, false);
  }

  /** By a poll that is held, and was counted when it came. */
  String pollAgain(Proof shown) {
    return poll(shown, NONE, true);
  }

  private String poll(Proof shown, int number, boolean again) {
    if (state != State.GONE && !matches(shown)) {
      return "PROOF_MISMATCH";
    }
    var lapsed = state == State.CLAIMED && now >= leaseUntil;
    var waits = state == State.PENDING || state == State.CONFIRMING || state == State.APPROVED;
    if (now >= expiresAt && (waits || lapsed)) {
      var toldBefore = toldExpired && saysExpiredOnce;
      toldExpired = true;
      return toldBefore ? "UNKNOWN" : "EXPIRED";
    }
    return switch (state) {
      case GONE -> "UNKNOWN";
      case REDEEMED -> answer >= 0 && now < answerUntil ? "ANSWERED " + answer : "UNKNOWN";
      case DENIED -> "DENIED";
      case APPROVED -> claim(claims++);
      case CLAIMED -> lapsed ? claim(claims++) : "PENDING";
      case CONFIRMING -> confirm(number, again);
      case PENDING -> pace("PENDING", again);
    };
  }

  private boolean matches(Proof shown) {
    var key = proof.dpopThumbprint();
    return Objects.equals(shown.codeChallenge(), proof.codeChallenge())
        && (key == null || key.equals(shown.dpopThumbprint()));
  }

  private String claim(int number) {
    claim = number;
    state = State.CLAIMED;
    leaseUntil = now + LEASE;
    expiresAt = Math.max(expiresAt, now + LEASE + TIME_TO_FETCH);
    return "GRANTED " + number;
  }

  private String confirm(int number, boolean again) {
    if (number == RIGHT) {
      return claim(claims++) + " CONFIRMED";
    }
    var isNew = number != NONE && tried.add(number);
    var left = ATTEMPTS - tried.size();
    if (left == 0) {
      state = State.DENIED;
      return "UNCONFIRMED";
    }
    var outcome = (number == NONE ? "CONFIRMING " : "WRONG ") + left;
    return isNew ? outcome : pace(outcome, again);
  }

  private String pace(String onTime, boolean again) {
    if (again) {
      return onTime;
    }
    if (opensIn().isPositive()) {
      interval = Math.min(interval + STEP, SLOWEST);
      return "SLOW_DOWN " + interval;
    }
    nextPollAt = now + interval;
    return onTime;
  }

  /** After what time a poll is not too early any more. */
  Duration opensIn() {
    return Duration.ofSeconds(nextPollAt - now).minus(TOLERANCE);
  }

  CompleteOutcome complete(int number) {
    if (claim != number || (state != State.CLAIMED && state != State.REDEEMED)) {
      return CompleteOutcome.SUPERSEDED;
    }
    state = State.REDEEMED;
    return CompleteOutcome.COMPLETED;
  }

  /** By whoever's claim is in the fence, with the key of the poll that is answered. */
  CompleteOutcome complete(int number, @Nullable String thumbprint) {
    var outcome = complete(number);
    if (isApproved()) {
      state = State.REDEEMED;
      if (proof.dpopThumbprint() == null) {
        proof = new Proof(proof.codeChallenge(), thumbprint);
      }
      if (proof.isPresent()) {
        answer = number;
        answerUntil = now + ANSWER_KEPT;
      }
    }
    return outcome;
  }

  private boolean isApproved() {
    return switch (state) {
      case CONFIRMING, APPROVED, CLAIMED, REDEEMED -> true;
      case PENDING, DENIED, GONE -> false;
    };
  }

  void release(int number) {
    if (state == State.CLAIMED && claim == number) {
      state = State.APPROVED;
      claim = -1;
    }
  }

  void refuse(int number) {
    if (state == State.CLAIMED && claim == number) {
      state = State.DENIED;
    }
  }
}
