package dev.latchkey.grant;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one poll of the token endpoint learned (RFC 8628 section 3.5).
 *
 * <p>These are answers, not failures: a device polls dozens of times and most polls are {@link
 * Waiting#PENDING}. Only {@link Granted} entitles the caller to issue tokens.
 */
public sealed interface PollOutcome {

  /**
   * The person approved, and this caller holds the claim until its lease runs out. It must {@link
   * GrantRedemption#complete complete}, {@link GrantRedemption#release release} or {@link
   * GrantRedemption#refuse refuse} the claim.
   *
   * @param grant the grant claimed
   * @param claim names this attempt, and no other
   * @param released earlier attempts that may be in the fence, but are known to have delivered
   *     nothing
   * @param approval who approved what
   * @param api the API the access token is for, if any
   * @param refreshable whether a refresh token is to be issued
   * @param confirmed whether it was the number of this very poll that made the approval count
   */
  record Granted(
      GrantId grant,
      ClaimId claim,
      Set<ClaimId> released,
      Approval approval,
      @Nullable ApiAccess api,
      boolean refreshable,
      ClaimedDevice device,
      String address,
      boolean confirmed)
      implements PollOutcome {

    public Granted {
      released = Set.copyOf(released);
    }
  }

  /**
   * Redeemed within the last 30 s by this client with this proof, which asks again: the answer was
   * lost (DESIGN section 2).
   *
   * @param claim whose answer it is
   * @param approval who approved, to be looked at again before the answer is repeated
   * @param sealed the answer as {@link Handover#sealed} had it
   */
  record Answered(
      GrantId grant, ClaimId claim, Approval approval, @Nullable ApiAccess api, String sealed)
      implements PollOutcome {

    @Override
    public String toString() {
      return "Answered[" + grant + ", redacted]";
    }
  }

  /**
   * Somebody approved, and the person has yet to enter on the device the number that the page
   * shows.
   *
   * @param attemptsLeft how many other wrong numbers deny the grant, 1 at least
   * @param wrong whether this poll brought a wrong one
   */
  record Confirming(int attemptsLeft, boolean wrong) implements PollOutcome {}

  /**
   * Polled too early. The new interval is already stored and applies from now on.
   *
   * @param opensIn after how long a poll is not too early any more
   */
  record SlowDown(Duration interval, Duration opensIn) implements PollOutcome {}

  /** Nobody has decided yet, or another poll holds the claim; poll again after the interval. */
  enum Waiting implements PollOutcome {
    PENDING
  }

  /** The grant is over for this caller; polling again will not help. */
  enum Refused implements PollOutcome {
    DENIED,
    /** This poll brought the last wrong number, which denied the grant; later ones are DENIED. */
    UNCONFIRMED,
    EXPIRED,
    /**
     * No such code, another client's code, or a code already redeemed. Callers cannot tell which.
     */
    UNKNOWN,
    /** The PKCE verifier or the DPoP key is not the one the grant was created with. */
    PROOF_MISMATCH
  }
}
