package dev.latchkey.ui.decide;

import static dev.latchkey.ui.decide.Way.CONFIRM;
import static dev.latchkey.ui.decide.Way.DISOWNED;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ways out: the person does not want it. They need no account, stand on every page before the
 * end, and are open whatever keeps the person from approving. One that is sent again leads where it
 * led before.
 */
@ApplicationScoped
public class Refusals {

  private final Opening opening;
  private final Decisions decisions;

  Refusals(Opening opening, Decisions decisions) {
    this.opening = opening;
    this.decisions = decisions;
  }

  /** The person does not want it. */
  public Uni<String> deny(Visit visit, Step step) {
    return refuse(
        visit,
        step,
        view -> decisions.deny(visit, view),
        () ->
            decisions
                .denyAgain(visit)
                .map(outcome -> after(outcome, visit, DoneAddress.denied(visit))),
        DoneAddress.denied(visit));
  }

  /** The person has nothing to do with it: somebody else may be after their account. */
  public Uni<String> disown(Visit visit, Step step) {
    return refuse(
        visit,
        step,
        view -> decisions.disown(visit, view),
        () -> {
          decisions.disownDenied(visit);
          return Uni.createFrom().item(visit.at(DISOWNED));
        },
        visit.at(DISOWNED));
  }

  private Uni<String> refuse(
      Visit visit,
      Step step,
      Function<GrantView, Uni<DecisionOutcome>> refusal,
      Supplier<Uni<String>> denied,
      String then) {
    Function<GrantView, Uni<String>> refused =
        view -> refusal.apply(view).map(outcome -> after(outcome, visit, then));
    return opening.open(
        visit,
        step,
        refused,
        refused,
        over -> over == Closed.DENIED ? denied.get() : Uni.createFrom().item(visit.at(CONFIRM)));
  }

  private static String after(DecisionOutcome outcome, Visit visit, String then) {
    return switch (outcome) {
      case RECORDED -> then;
      case ALREADY_APPROVED, ALREADY_DENIED, EXPIRED, IN_USE, UNKNOWN -> visit.at(CONFIRM);
    };
  }
}
