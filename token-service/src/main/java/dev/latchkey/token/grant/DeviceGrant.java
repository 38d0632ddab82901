package dev.latchkey.token.grant;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers polls. */
@ApplicationScoped
public class DeviceGrant {

  private final GrantRedemption grants;
  private final Redemption redemption;
  private final Audit audit;

  DeviceGrant(GrantRedemption grants, Redemption redemption, Audit audit) {
    this.grants = grants;
    this.redemption = redemption;
    this.audit = audit;
  }

  /**
   * Answers one poll and delivers the tokens if it is the one that claims the grant. Fails with a
   * store's exception when a store does; the grant is then as good as before.
   */
  public Uni<PollAnswer> poll(DeviceCode code, ClientId client) {
    var budget = ClaimBudget.start();
    return grants
        .poll(code, client, Proof.NONE)
        .invoke(outcome -> audit.polled(code.grantId(), client, outcome))
        .flatMap(outcome -> answer(outcome, client, budget));
  }

  private Uni<PollAnswer> answer(PollOutcome outcome, ClientId client, ClaimBudget budget) {
    return switch (outcome) {
      case Granted granted -> redemption.redeem(granted, client, budget);
      case Answered answered -> throw new UnsupportedOperationException("to be written");
      case SlowDown(var interval) -> answer(new TooEarly(interval));
      case Waiting.PENDING -> answer(Withheld.PENDING);
      case Refused.DENIED -> answer(Withheld.DENIED);
      case Refused.EXPIRED -> answer(Withheld.EXPIRED);
      case Refused.UNKNOWN, Refused.PROOF_MISMATCH -> answer(Withheld.INVALID);
    };
  }

  private static Uni<PollAnswer> answer(PollAnswer answer) {
    return Uni.createFrom().item(answer);
  }
}
