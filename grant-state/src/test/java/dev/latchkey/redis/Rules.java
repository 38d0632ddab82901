package dev.latchkey.redis;

import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.Proof;
import java.util.Objects;
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
  private static final int STEP = 5;
  private static final int SLOWEST = 60;
  private static final int ANSWER_KEPT = 30;
  private static final int GARBAGE = 600;
  private static final double TOLERANCE = 0.5;

  private enum State {
    PENDING,
    APPROVED,
    CLAIMED,
    REDEEMED,
    DENIED,
    GONE
  }

  private final boolean saysExpiredOnce;

  private State state = State.PENDING;
  private int now;
  private int expiresAt = LIFETIME;
  private int interval = 5;
  private int nextPollAt;
  private boolean toldExpired;

  private String browser = "";
  private int bondUntil;
  private String decision = "";

  private int claims;
  private int claim = -1;
  private int leaseUntil;

  private Proof proof;
  private int answer = -1;
  private int answerUntil;

  Rules(boolean saysExpiredOnce, Proof proof) {
    this.saysExpiredOnce = saysExpiredOnce;
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
      case PENDING -> {
        if (now >= expiresAt) {
          yield DecisionOutcome.EXPIRED;
        }
        if (!browser.equals(by)) {
          yield DecisionOutcome.IN_USE;
        }
        decision = id;
        state = approve ? State.APPROVED : State.DENIED;
        if (approve) {
          expiresAt = Math.max(expiresAt, now + TIME_TO_FETCH);
        }
        yield DecisionOutcome.RECORDED;
      }
    };
  }

  String poll(Proof shown) {
    if (state != State.GONE && !matches(shown)) {
      return "PROOF_MISMATCH";
    }
    var lapsed = state == State.CLAIMED && now >= leaseUntil;
    if (now >= expiresAt && (state == State.PENDING || state == State.APPROVED || lapsed)) {
      var again = toldExpired && saysExpiredOnce;
      toldExpired = true;
      return again ? "UNKNOWN" : "EXPIRED";
    }
    return switch (state) {
      case GONE -> "UNKNOWN";
      case REDEEMED -> answer >= 0 && now < answerUntil ? "ANSWERED " + answer : "UNKNOWN";
      case DENIED -> "DENIED";
      case APPROVED -> claim(claims++);
      case CLAIMED -> lapsed ? claim(claims++) : "PENDING";
      case PENDING -> pace();
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

  private String pace() {
    if (now < nextPollAt - TOLERANCE) {
      interval = Math.min(interval + STEP, SLOWEST);
      return "SLOW_DOWN " + interval;
    }
    nextPollAt = now + interval;
    return "PENDING";
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
    if (state == State.APPROVED || state == State.CLAIMED || state == State.REDEEMED) {
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
