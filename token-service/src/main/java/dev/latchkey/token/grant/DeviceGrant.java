package dev.latchkey.token.grant;

import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.impatient.ImpatientDevices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers polls. */
@ApplicationScoped
public class DeviceGrant {

  private final GrantRedemption grants;
  private final ImpatientDevices impatient;
  private final Redemption redemption;
  private final LostAnswers lostAnswers;
  private final Audit audit;

  DeviceGrant(
      GrantRedemption grants,
      ImpatientDevices impatient,
      Redemption redemption,
      LostAnswers lostAnswers,
      Audit audit) {
    this.grants = grants;
    this.impatient = impatient;
    this.redemption = redemption;
    this.lostAnswers = lostAnswers;
    this.audit = audit;
  }

  /**
   * Answers one poll and delivers the tokens if it is the one that claims the grant, or asks again
   * for an answer that was lost. Fails with a store's exception when a store does; the grant is
   * then as good as before.
   */
  public Uni<PollAnswer> answer(Poll poll) {
    var budget = ClaimBudget.start();
    // What the person has entered, Redis looks at.
    var polled =
        poll.entered().isPresent()
            ? ask(poll)
            : impatient.poll(poll.grant(), poll.client().id(), poll.proof(), () -> ask(poll));
    return answer(poll, polled, budget);
  }

  private Uni<PollOutcome> ask(Poll poll) {
    return grants.poll(poll.grant(), poll.client().id(), poll.proof(), poll.number());
  }

  /**
   * The same for a poll that was answered pending and is held since. It counts as no poll, and has
   * a claim's whole budget from now on.
   */
  public Uni<PollAnswer> answerAgain(Poll poll) {
    var budget = ClaimBudget.start();
    return answer(poll, grants.pollAgain(poll.grant(), poll.client().id(), poll.proof()), budget);
  }

  private Uni<PollAnswer> answer(Poll poll, Uni<PollOutcome> polled, ClaimBudget budget) {
    return polled
        .invoke(outcome -> audit.polled(poll.grant(), poll.client().id(), outcome))
        .flatMap(outcome -> answer(poll, outcome, budget));
  }

  private Uni<PollAnswer> answer(Poll poll, PollOutcome outcome, ClaimBudget budget) {
    return switch (outcome) {
      case Granted granted -> redemption.redeem(poll, granted, budget);
      case Answered answered -> lostAnswers.repeat(poll, answered);
      // What cannot be a number is not the number either, and counts as no attempt.
      case Confirming(var left, var wrong) ->
          answer(new NumberAwaited(left, wrong || poll.entered().isPresent()));
      case SlowDown slowDown -> answer(new TooEarly(slowDown.interval()));
      case Waiting.PENDING -> answer(Withheld.PENDING);
      case Refused.DENIED, Refused.UNCONFIRMED -> answer(Withheld.DENIED);
      case Refused.EXPIRED -> answer(Withheld.EXPIRED);
      case Refused.UNKNOWN, Refused.PROOF_MISMATCH -> answer(Withheld.INVALID);
    };
  }

  private static Uni<PollAnswer> answer(PollAnswer answer) {
    return Uni.createFrom().item(answer);
  }
}
