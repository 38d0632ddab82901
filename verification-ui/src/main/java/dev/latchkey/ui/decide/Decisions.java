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
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.metrics.Metrics;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Records what the person said, and what follows from it: the audit line, the consent. */
@ApplicationScoped
class Decisions {

  private final GrantDecisions grants;
  private final ConsentMemory memory;
  private final Audit audit;
  private final Metrics metrics;

  Decisions(GrantDecisions grants, ConsentMemory memory, Audit audit, Metrics metrics) {
    this.grants = grants;
    this.memory = memory;
    this.audit = audit;
    this.metrics = metrics;
  }

  Uni<DecisionOutcome> approve(
      Visit visit,
      GrantView view,
      Account account,
      SignedIn person,
      Agreement agreement,
      Memory change) {
    var approval =
        new Approval(
            account.subject(), view.scope(), person.authTime(), person.amr(), person.acr());
    return grants
        .decide(visit.grant(), visit.browser(), new Decision.Approve(approval))
        .call(
            outcome -> {
              if (outcome != DecisionOutcome.RECORDED) {
                return Uni.createFrom().voidItem();
              }
              metrics.approved(view.createdAt());
              audit.approved(
                  visit.grant(),
                  view.client(),
                  account.subject(),
                  view.scope(),
                  agreement,
                  visit.address());
              return memory.change(account, view, change);
            });
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

  /** Denies, and lets the operator know that the person had nothing to do with it. */
  Uni<DecisionOutcome> disown(Visit visit, GrantView view) {
    return denyAgain(visit)
        .invoke(
            outcome -> {
              if (outcome == DecisionOutcome.RECORDED) {
                audit.disowned(
                    visit.grant(), view.client(), subject(visit), view.address(), visit.address());
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

  /**
   * Lets the operator know of a denied grant that the person had nothing to do with it: they may
   * think of it, or press again, only after it was denied. By whom does not matter: by themselves,
   * in another browser of theirs, or by wrong numbers on the device.
   */
  void disownDenied(Visit visit) {
    audit.disownedDenied(visit.grant(), subject(visit), visit.address());
  }

  private static @Nullable String subject(Visit visit) {
    return visit.session().person().map(SignedIn::subject).orElse(null);
  }
}
