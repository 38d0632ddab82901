package dev.latchkey.ui.decide;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.Progress.Agreed;
import dev.latchkey.ui.decide.Progress.Known;
import dev.latchkey.ui.decide.Progress.Nobody;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Where a form leads: confirm, sign in, consent, done. Every step opens the grant for this browser,
 * so that its bond does not lapse while the person looks for a password. The answer is the address
 * of the next page; a grant that was not confirmed, or has ended meanwhile, leads back to the
 * confirm page, which asks or says so. A decision that is sent again leads where it led before.
 */
@ApplicationScoped
public class Way {

  public static final String CODE = "/device";
  public static final String CONFIRM = "/device/confirm";
  public static final String SIGN_IN = "/login";
  public static final String CONSENT = "/device/consent";
  public static final String DONE = "/device/done";

  private final GrantDecisions grants;
  private final Progresses progresses;
  private final Decisions decisions;
  private final Audit audit;

  Way(GrantDecisions grants, Progresses progresses, Decisions decisions, Audit audit) {
    this.grants = grants;
    this.progresses = progresses;
    this.decisions = decisions;
    this.audit = audit;
  }

  /** The person says that it is their device, on a page that did not offer to approve. */
  public Uni<String> confirm(Visit visit) {
    var confirmed = visit.confirm();
    return open(
        visit,
        Step.CONFIRM,
        view ->
            progresses
                .of(visit.session(), view)
                .map(
                    progress ->
                        switch (progress) {
                          case Nobody.NOBODY -> confirmed.after(SIGN_IN);
                          case Known ignored -> confirmed.after(CONSENT);
                          case Agreed ignored -> confirmed.after(CONSENT);
                        }),
        over -> to(visit.at(CONFIRM)));
  }

  /** The person says that it is their device, and approves: done if they agreed to it before. */
  public Uni<String> confirmAndApprove(Visit visit) {
    return open(
        visit,
        Step.CONFIRM,
        view -> onwards(visit.confirm(), view),
        over -> approvedOver(visit, over));
  }

  /** The person has just signed in: done if they confirmed, and agreed to it before. */
  public Uni<String> signedIn(Visit visit) {
    return visit.confirmed()
        ? open(visit, Step.SIGN_IN, view -> onwards(visit, view), over -> to(visit.at(CONFIRM)))
        : to(visit.at(CONFIRM));
  }

  /** The person agrees to what is asked for, which approves. */
  public Uni<String> agree(Visit visit) {
    return visit.confirmed()
        ? open(visit, Step.CONSENT, view -> agree(visit, view), over -> approvedOver(visit, over))
        : to(visit.at(CONFIRM));
  }

  /** The person does not want it. Needs no account. */
  public Uni<String> deny(Visit visit, Step step) {
    return open(
        visit,
        step,
        view -> decisions.deny(visit, view).map(outcome -> after(outcome, visit)),
        over ->
            over == Closed.DENIED
                ? decisions.denyAgain(visit).map(outcome -> after(outcome, visit))
                : to(visit.at(CONFIRM)));
  }

  private Uni<String> onwards(Visit visit, GrantView view) {
    return progresses
        .of(visit.session(), view)
        .flatMap(
            progress ->
                switch (progress) {
                  case Nobody.NOBODY -> to(visit.after(SIGN_IN));
                  case Known ignored -> to(visit.after(CONSENT));
                  case Agreed(var account, var person) ->
                      approve(visit, view, account, person, true);
                });
  }

  private Uni<String> agree(Visit visit, GrantView view) {
    return progresses
        .of(visit.session(), view)
        .flatMap(
            progress ->
                switch (progress) {
                  case Nobody.NOBODY -> to(visit.after(SIGN_IN));
                  case Known(var account, var person) ->
                      approve(visit, view, account, person, false);
                  case Agreed(var account, var person) ->
                      approve(visit, view, account, person, true);
                });
  }

  private Uni<String> approve(
      Visit visit, GrantView view, Account account, SignedIn person, boolean remembered) {
    return decisions
        .approve(visit, view, account, person, remembered)
        .map(outcome -> after(outcome, visit));
  }

  private Uni<String> approvedOver(Visit visit, Closed over) {
    var person = visit.session().person();
    return over == Closed.APPROVED && person.isPresent()
        ? decisions.approveAgain(visit, person.get()).map(outcome -> after(outcome, visit))
        : to(visit.at(CONFIRM));
  }

  private Uni<String> open(
      Visit visit,
      Step step,
      Function<GrantView, Uni<String>> then,
      Function<Closed, Uni<String>> over) {
    return grants
        .open(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Open(var grant, var view) -> {
                    audit.opened(grant, view.client(), visit.address(), step);
                    yield then.apply(view);
                  }
                  case Confirming ignored -> to(visit.at(DONE));
                  case Closed closed -> over.apply(closed);
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
