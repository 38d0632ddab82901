package dev.latchkey.ui.decide;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where a grant leads that is over: to the end, for the browser that has decided; to the confirm
 * page, which says what became of it, for all others. Decides nothing.
 */
@ApplicationScoped
public class Endings {

  private final Decisions decisions;

  Endings(Decisions decisions) {
    this.decisions = decisions;
  }

  public Uni<String> of(Visit visit, Closed over) {
    return switch (over) {
      case APPROVED -> approved(visit);
      case DENIED -> denied(visit);
      case EXPIRED, IN_USE, UNKNOWN -> Uni.createFrom().item(visit.at(Way.CONFIRM));
    };
  }

  private Uni<String> approved(Visit visit) {
    return visit
        .session()
        .person()
        .map(person -> decisions.approveAgain(visit, person))
        .map(again -> again.map(outcome -> end(outcome, visit, DoneAddress.approved(visit, ""))))
        .orElseGet(() -> Uni.createFrom().item(visit.at(Way.CONFIRM)));
  }

  private Uni<String> denied(Visit visit) {
    return decisions
        .denyAgain(visit)
        .map(outcome -> end(outcome, visit, DoneAddress.denied(visit)));
  }

  private static String end(DecisionOutcome outcome, Visit visit, String end) {
    return outcome == DecisionOutcome.RECORDED ? end : visit.at(Way.CONFIRM);
  }
}
