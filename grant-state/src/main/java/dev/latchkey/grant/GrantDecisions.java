package dev.latchkey.grant;

import io.smallrye.mutiny.Uni;

/**
 * The verification page's view: it looks up, opens and decides. It never sees a code it could
 * redeem. Every verb fails with {@link GrantStoreException} when Redis does.
 */
public interface GrantDecisions {

  /**
   * Looks a code up without touching the grant, for a GET: link previews and mail scanners open
   * links too. A grant that {@code browser} has opened before is not in use for it.
   */
  Uni<OpenOutcome> lookUp(UserCode code, BrowserId browser);

  /** Reads a grant the browser has a handle of, without touching it. */
  Uni<OpenOutcome> lookUp(GrantId grant, BrowserId browser);

  /**
   * Opens the grant for this browser and no other, for a POST. The bond lapses after two minutes
   * without another call of this browser.
   */
  Uni<OpenOutcome> open(GrantId grant, BrowserId browser);

  /**
   * Records the decision if it is the first and this browser has opened the grant. Repeating the
   * same decision is {@link DecisionOutcome#RECORDED} again. An approval leaves the device at least
   * 60 s to fetch its tokens. With {@link ApprovalPolicy#numberMatching number matching} it leaves
   * 120 s at least to enter the number, looking the grant up answers {@link
   * OpenOutcome.Confirming}, and until the number is there the same browser may still deny.
   */
  Uni<DecisionOutcome> decide(GrantId grant, BrowserId browser, Decision decision);
}
