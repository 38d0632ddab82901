package dev.latchkey.token.grant;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.oauth.limit.Passage;
import dev.latchkey.oauth.limit.Passage.Closed;
import dev.latchkey.oauth.limit.Passage.Open;
import dev.latchkey.oauth.trace.Traces;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.TooMany;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.impatient.ImpatientDevices;
import dev.latchkey.token.limit.UnknownCodes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Answers polls. */
@ApplicationScoped
public class DeviceGrant {

  /** Of a poll that is held: its grant was there, so whatever became of it is nobody's guess. */
  private static final Caller KNOWN = Optional::empty;

  private final GrantRedemption grants;
  private final ImpatientDevices impatient;
  private final Redemption redemption;
  private final LostAnswers lostAnswers;
  private final UnknownCodes unknownCodes;
  private final Audit audit;
  private final Traces traces;

  DeviceGrant(
      GrantRedemption grants,
      ImpatientDevices impatient,
      Redemption redemption,
      LostAnswers lostAnswers,
      UnknownCodes unknownCodes,
      Audit audit,
      Traces traces) {
    this.grants = grants;
    this.impatient = impatient;
    this.redemption = redemption;
    this.lostAnswers = lostAnswers;
    this.unknownCodes = unknownCodes;
    this.audit = audit;
    this.traces = traces;
  }

  /**
   * Answers one poll and delivers the tokens if it is the one that claims the grant, or asks again
   * for an answer that was lost. A code that nobody has counts against the caller. Fails with a
   * store's exception when a store does; the grant is then as good as before.
   */
  public Uni<PollAnswer> answer(Poll poll, Caller caller) {
    var budget = ClaimBudget.start();
    traces.concerns(poll.grant());
    // A number that the person has entered, Redis looks at.
    var polled =
        poll.number().isPresent()
            ? ask(poll)
            : impatient.poll(poll.grant(), poll.client().id(), poll.proof(), () -> ask(poll));
    return answer(poll, polled, budget, caller);
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
    var polled = grants.pollAgain(poll.grant(), poll.client().id(), poll.proof());
    return answer(poll, polled, budget, KNOWN);
  }

  /**
   * Whoever hangs up while Redis is asked is heard of by then, but the question goes on: if it has
   * claimed the grant, somebody must give that back.
   */
  private Uni<PollAnswer> answer(
      Poll poll, Uni<PollOutcome> polled, ClaimBudget budget, Caller caller) {
    return Uni.createFrom()
        .emitter(
            answer -> {
              var hungUp = new AtomicBoolean();
              answer.onTermination(() -> hungUp.set(true));
              polled
                  .flatMap(outcome -> answer(poll, outcome, budget, caller, hungUp::get))
                  .subscribe()
                  .with(answer::complete, answer::fail);
            });
  }

  private Uni<PollAnswer> answer(
      Poll poll, PollOutcome outcome, ClaimBudget budget, Caller caller, BooleanSupplier hungUp) {
    audit.polled(poll.grant(), poll.client().id(), outcome);
    return switch (outcome) {
      case Granted granted -> redemption.redeem(poll, granted, budget, hungUp);
      case Answered answered -> lostAnswers.repeat(poll, answered);
      // What cannot be a number is not the number either, and counts as no attempt.
      case Confirming(var left, var wrong) ->
          answer(new NumberAwaited(left, wrong || poll.entered().isPresent()));
      case SlowDown slowDown -> answer(new TooEarly(slowDown.interval()));
      case Waiting.PENDING -> answer(Withheld.PENDING);
      case Refused.DENIED, Refused.UNCONFIRMED -> answer(Withheld.DENIED);
      case Refused.EXPIRED -> answer(Withheld.EXPIRED);
      case Refused.PROOF_MISMATCH -> answer(Withheld.INVALID);
      case Refused.UNKNOWN -> unknown(poll.client().id(), caller);
    };
  }

  private Uni<PollAnswer> unknown(ClientId client, Caller caller) {
    return caller
        .address()
        .map(address -> unknownCodes.pass(client, address).map(DeviceGrant::unknown))
        .orElseGet(() -> answer(Withheld.INVALID));
  }

  private static PollAnswer unknown(Passage passage) {
    return switch (passage) {
      case Open ignored -> Withheld.INVALID;
      case Closed(var retryAfter, var first) -> new TooMany(retryAfter);
    };
  }

  private static Uni<PollAnswer> answer(PollAnswer answer) {
    return Uni.createFrom().item(answer);
  }
}
