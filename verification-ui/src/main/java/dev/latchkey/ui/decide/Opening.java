package dev.latchkey.ui.decide;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * What every form begins with: the grant is opened for its browser, so that their bond does not
 * lapse while the person looks for a password.
 */
@ApplicationScoped
class Opening {

  private final GrantDecisions grants;
  private final Audit audit;

  Opening(GrantDecisions grants, Audit audit) {
    this.grants = grants;
    this.audit = audit;
  }

  /**
   * Goes on as the grant's state has it.
   *
   * @param confirming this browser approved, and the number is not on the device yet
   */
  Uni<String> open(
      Visit visit,
      Step step,
      Function<GrantView, Uni<String>> pending,
      Function<GrantView, Uni<String>> confirming,
      Function<Closed, Uni<String>> over) {
    return grants
        .open(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Open(var grant, var view) -> {
                    audit.opened(grant, view.client(), visit.address(), step);
                    yield pending.apply(view);
                  }
                  case Confirming(var grant, var view, var number) -> confirming.apply(view);
                  case Closed closed -> over.apply(closed);
                });
  }
}
