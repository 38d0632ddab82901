package dev.latchkey.ui.decide;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.Scope;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.consent.Consents;
import dev.latchkey.ui.session.Visit;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Records what the person said, and what follows from it: the audit line, the consent. */
@ApplicationScoped
class Decisions {

  private final GrantDecisions grants;
  private final Consents consents;
  private final Audit audit;

  Decisions(GrantDecisions grants, Consents consents, Audit audit) {
    this.grants = grants;
    this.consents = consents;
    this.audit = audit;
  }

  /**
   * Approves.
   *
   * @param remembered the person had agreed before, and was not asked again
   */
  Uni<DecisionOutcome> approve(
      Visit visit, GrantView view, Account account, SignedIn person, boolean remembered) {
    var approval =
        new Approval(
            account.subject(), view.scope(), person.authTime(), person.amr(), person.acr());
    return grants
        .decide(visit.grant(), visit.browser(), new Decision.Approve(approval))
        .call(
            outcome ->
                outcome == DecisionOutcome.RECORDED
                    ? approved(visit, view, account, remembered)
                    : Uni.createFrom().voidItem());
  }

  Uni<DecisionOutcome> deny(Visit visit, GrantView view) {
    return denyAgain(visit)
        .invoke(
            outcome -> {
              if (outcome == DecisionOutcome.RECORDED) {
                audit.denied(visit.grant(), view.client(), subject(visit), visit.address());
              }
            });
  }

  /**
   * Whether an approved grant was approved by this browser. What was granted is not looked at, and
   * is not known here any more: this one grants nothing.
   */
  Uni<DecisionOutcome> approveAgain(Visit visit, SignedIn person) {
    var same =
        new Approval(person.subject(), Scope.NONE, person.authTime(), person.amr(), person.acr());
    return grants.decide(visit.grant(), visit.browser(), new Decision.Approve(same));
  }

  /** Whether a denied grant was denied by this browser. */
  Uni<DecisionOutcome> denyAgain(Visit visit) {
    return grants.decide(visit.grant(), visit.browser(), new Decision.Deny(subject(visit)));
  }

  private Uni<Void> approved(Visit visit, GrantView view, Account account, boolean remembered) {
    audit.approved(
        visit.grant(), view.client(), account.subject(), view.scope(), remembered, visit.address());
    return remembered ? Uni.createFrom().voidItem() : remember(view, account);
  }

  /** After the decision, which stands: what cannot be remembered is asked again next time. */
  private Uni<Void> remember(GrantView view, Account account) {
    return consents
        .remember(account.id(), view)
        .invoke(
            () ->
                audit.consentGiven(
                    view.client(), account.subject(), view.apiIdentifier(), view.scope()))
        .onFailure()
        .invoke(failure -> Log.warnf("consent not remembered: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private static @Nullable String subject(Visit visit) {
    return visit.session().person().map(SignedIn::subject).orElse(null);
  }
}
