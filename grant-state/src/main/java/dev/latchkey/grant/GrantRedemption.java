package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;

/**
 * The token service's view of the shared grants. Every verb fails with {@link GrantStoreException}
 * when Redis does; a broken store is never reported as a refusal.
 */
public interface GrantRedemption {

  /**
   * Answers one poll and, if the grant was approved, claims it for this caller.
   *
   * <p>Atomic across every replica: of any number of concurrent polls of one approved grant,
   * exactly one gets {@link PollOutcome.Granted}; it holds the claim for 10 s.
   */
  Uni<PollOutcome> poll(DeviceCode code, ClientId client, Proof proof);

  /** Ends the grant as redeemed. Succeeds while the claim is the current one, however late. */
  Uni<CompleteOutcome> complete(GrantId grant, ClaimId claim);

  /**
   * The same, and keeps the answer for 30 s: the same client that polls again with the same proof
   * gets it as {@link PollOutcome.Answered}. For grants with a proof only, and only by whose claim
   * is in the fence.
   */
  Uni<CompleteOutcome> complete(GrantId grant, ClaimId claim, Handover handover);

  /**
   * Gives the claim back, so that the next poll gets the grant; for a failure before anything was
   * delivered. Does nothing if the claim is not the current one.
   *
   * @param mayBeFenced whether the claim may be in the fence, its write having failed or not: it is
   *     then among the {@link PollOutcome.Granted#released released} ones of later claims
   */
  Uni<Void> release(GrantId grant, ClaimId claim, boolean mayBeFenced);

  /**
   * Ends the grant as denied, for an account or client that was stopped after the approval. Does
   * nothing if the claim is not the current one.
   */
  Uni<Void> refuse(GrantId grant, ClaimId claim);
}
