package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

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
   *
   * @param entered the number that the person entered on the device, if any; it is looked at while
   *     the grant waits for one, however early the poll, and ignored otherwise
   */
  Uni<PollOutcome> poll(
      GrantId grant, ClientId client, Proof proof, Optional<ConfirmationNumber> entered);

  /**
   * Looks again for a poll that was answered {@link PollOutcome.Waiting#PENDING} and is held: the
   * same, but it counts as no poll. It is never too early, and no later poll is because of it.
   */
  Uni<PollOutcome> pollAgain(GrantId grant, ClientId client, Proof proof);

  /** Ends the grant as redeemed. Succeeds while the claim is the current one, however late. */
  Uni<CompleteOutcome> complete(GrantId grant, ClaimId claim);

  /**
   * The same for whoever's claim is in the fence, and for nobody else: it keeps the answer for 30
   * s, so that the same client polling again with the same proof gets it as {@link
   * PollOutcome.Answered}. A grant without proof keeps none.
   *
   * <p>What is in the fence is so even where Redis has forgotten the claim: the grant is redeemed
   * and the answer kept although this answers {@link CompleteOutcome#SUPERSEDED}, unless the grant
   * is denied or gone.
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
