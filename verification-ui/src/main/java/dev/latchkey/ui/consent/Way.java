package dev.latchkey.ui.consent;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.consent.Standing.Agreed;
import dev.latchkey.ui.consent.Standing.Known;
import dev.latchkey.ui.consent.Standing.Nobody;
import dev.latchkey.ui.session.Visit;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Where a form leads: confirm, sign in, consent, done. Every step opens the grant for this browser,
 * so that its bond does not lapse while the person looks for a password. The answer is the address
 * of the next page; a grant that has ended meanwhile leads back to the confirm page, which says so.
 */
@ApplicationScoped
public class Way {

  public static final String CONFIRM = "/device/confirm";
  public static final String SIGN_IN = "/login";
  public static final String CONSENT = "/device/consent";
  public static final String DONE = "/device/done";

  private final GrantDecisions grants;
  private final Standings standings;
  private final Consents consents;
  private final Audit audit;

  Way(GrantDecisions grants, Standings standings, Consents consents, Audit audit) {
    this.grants = grants;
    this.standings = standings;
    this.consents = consents;
    this.audit = audit;
  }

  /** The person says that it is their device, on a page that did not offer to approve. */
  public Uni<String> confirm(Visit visit) {
    return open(
        visit,
        Step.CONFIRM,
        view ->
            standings
                .of(visit.session(), view)
                .map(
                    standing ->
                        switch (standing) {
                          case Nobody.NOBODY -> visit.at(SIGN_IN);
                          case Known ignored -> visit.at(CONSENT);
                          case Agreed ignored -> visit.at(CONSENT);
                        }));
  }

  /** The person approves, or has just signed in to do so: done if they agreed to it before. */
  public Uni<String> onwards(Visit visit, Step step) {
    return open(
        visit,
        step,
        view ->
            standings
                .of(visit.session(), view)
                .flatMap(
                    standing ->
                        switch (standing) {
                          case Nobody.NOBODY -> to(visit.at(SIGN_IN));
                          case Known ignored -> to(visit.at(CONSENT));
                          case Agreed(var account, var person) ->
                              approve(visit, view, account, person, true);
                        }));
  }

  /** The person agrees to what is asked for, which approves. */
  public Uni<String> agree(Visit visit) {
    return open(
        visit,
        Step.CONSENT,
        view ->
            standings
                .of(visit.session(), view)
                .flatMap(
                    standing ->
                        switch (standing) {
                          case Nobody.NOBODY -> to(visit.at(SIGN_IN));
                          case Known(var account, var person) ->
                              approve(visit, view, account, person, false);
                          case Agreed(var account, var person) ->
                              approve(visit, view, account, person, true);
                        }));
  }

  /** The person does not want it. Needs no account. */
  public Uni<String> deny(Visit visit, Step step) {
    return open(
        visit,
        step,
        view -> {
          var subject = visit.session().person().map(SignedIn::subject).orElse(null);
          return grants
              .decide(visit.grant(), visit.browser(), new Decision.Deny(subject))
              .invoke(
                  outcome -> {
                    if (outcome == DecisionOutcome.RECORDED) {
                      audit.denied(visit.grant(), view.client(), subject, visit.address());
                    }
                  })
              .map(outcome -> after(outcome, visit));
        });
  }

  private Uni<String> approve(
      Visit visit, GrantView view, Account account, SignedIn person, boolean remembered) {
    var approval = new Approval(account.subject(), view.scope(), person.authTime(), person.amr());
    return grants
        .decide(visit.grant(), visit.browser(), new Decision.Approve(approval))
        .call(
            outcome ->
                outcome == DecisionOutcome.RECORDED
                    ? approved(visit, view, account, remembered)
                    : Uni.createFrom().voidItem())
        .map(outcome -> after(outcome, visit));
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

  private Uni<String> open(Visit visit, Step step, Function<GrantView, Uni<String>> then) {
    return grants
        .open(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Open(var grant, var view) -> {
                    audit.opened(grant, view.client(), visit.address(), step);
                    yield then.apply(view);
                  }
                  case Closed ignored -> to(visit.at(CONFIRM));
                });
  }

  private static String after(DecisionOutcome outcome, Visit visit) {
    return switch (outcome) {
      case RECORDED -> visit.at(DONE);
      case ALREADY_APPROVED, ALREADY_DENIED, EXPIRED, IN_USE, UNKNOWN -> visit.at(CONFIRM);
    };
  }

  private static Uni<String> to(String address) {
    return Uni.createFrom().item(address);
  }
}
