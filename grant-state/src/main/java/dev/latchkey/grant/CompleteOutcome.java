package dev.latchkey.grant;

/** Whether a claim was still the current one when its holder was done with it. */
public enum CompleteOutcome {
  /** The grant is redeemed by this claim, now or by an earlier call. */
  COMPLETED,
  /**
   * The lease had run out and another claim, or a refusal, has taken its place; or Redis has
   * forgotten the claim.
   */
  SUPERSEDED
}
