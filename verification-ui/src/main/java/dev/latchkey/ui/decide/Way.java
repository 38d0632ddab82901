package dev.latchkey.ui.decide;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.oauth.action.Reason;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.decide.Progress.Agreed;
import dev.latchkey.ui.decide.Progress.Barred;
import dev.latchkey.ui.decide.Progress.Known;
import dev.latchkey.ui.decide.Progress.Nobody;
import dev.latchkey.ui.decide.Progress.Stale;
import dev.latchkey.ui.policy.Obstacle;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Where a form leads on the way to an approval: confirm, sign in, consent, the number if the client
 * wants one, done. The answer is the address of the next page; a grant that was not confirmed, that
 * this person may not approve, or that has ended meanwhile, leads back to the confirm page, which
 * asks or says so. The operator's hook is asked right before an approval is recorded, and after all
 * else. An approval that is sent again leads where it led before.
 */
@ApplicationScoped
public class Way {

  public static final String CODE = "/device";
  public static final String CONFIRM = "/device/confirm";
  public static final String SIGN_IN = CurrentSession.SIGN_IN;
  public static final String CONSENT = "/device/consent";
  public static final String NUMBER = "/device/number";
  public static final String DONE = "/device/done";
  public static final String DISOWNED = "/device/disowned";

  private final Opening opening;
  private final Progresses progresses;
  private final ApprovalAction action;
  private final Decisions decisions;
  private final Endings endings;
  private final Audit audit;

  Way(
      Opening opening,
      Progresses progresses,
      ApprovalAction action,
      Decisions decisions,
      Endings endings,
      Audit audit) {
    this.opening = opening;
    this.progresses = progresses;
    this.action = action;
    this.decisions = decisions;
    this.endings = endings;
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
                .of(visit, view)
                .map(
                    progress ->
                        switch (progress) {
                          case Barred barred -> barred(visit, view, barred);
                          case Nobody.NOBODY -> confirmed.after(SIGN_IN);
                          case Stale ignored -> confirmed.after(SIGN_IN);
                          case Known ignored -> confirmed.after(CONSENT);
                          case Agreed ignored -> confirmed.after(CONSENT);
                        }),
        over -> to(visit.at(CONFIRM)));
  }

  /** The person says that it is their device, and approves: done if they need not be asked. */
  public Uni<String> confirmAndApprove(Visit visit) {
    return open(
        visit,
        Step.CONFIRM,
        view -> onwards(visit.confirm(), view),
        over -> approvedOver(visit, over));
  }

  /** The person has just signed in: done if they confirmed, and need not be asked. */
  public Uni<String> signedIn(Visit visit) {
    return visit.confirmed()
        ? open(visit, Step.SIGN_IN, view -> onwards(visit, view), over -> approvedOver(visit, over))
        : to(visit.at(CONFIRM));
  }

  /**
   * The person agrees to what is asked for, which approves.
   *
   * @param remember the same need not be asked again
   */
  public Uni<String> agree(Visit visit, boolean remember) {
    return visit.confirmed()
        ? open(
            visit,
            Step.CONSENT,
            view -> agree(visit, view, remember),
            over -> approvedOver(visit, over))
        : to(visit.at(CONFIRM));
  }

  private Uni<String> onwards(Visit visit, GrantView view) {
    return signedIn(
        visit,
        view,
        known -> to(visit.after(CONSENT)),
        agreed ->
            approve(
                visit,
                view,
                agreed.account(),
                agreed.person(),
                agreed.agreement(),
                Memory.AS_BEFORE));
  }

  private Uni<String> agree(Visit visit, GrantView view, boolean remember) {
    return signedIn(
        visit,
        view,
        known ->
            agreed(
                visit,
                view,
                known.account(),
                known.person(),
                remember ? Memory.REMEMBER : Memory.FORGET),
        agreed ->
            agreed(
                visit,
                view,
                agreed.account(),
                agreed.person(),
                remember ? Memory.AS_BEFORE : Memory.FORGET));
  }

  /** Goes on with who may approve; anybody else is told, or signs in first. */
  private Uni<String> signedIn(
      Visit visit,
      GrantView view,
      Function<Known, Uni<String>> known,
      Function<Agreed, Uni<String>> agreed) {
    return progresses
        .of(visit, view)
        .flatMap(
            progress ->
                switch (progress) {
                  case Barred barred -> to(barred(visit, view, barred));
                  case Nobody.NOBODY -> to(visit.after(SIGN_IN));
                  case Stale ignored -> to(visit.after(SIGN_IN));
                  case Known person -> known.apply(person);
                  case Agreed person -> agreed.apply(person);
                });
  }

  private Uni<String> agreed(
      Visit visit, GrantView view, Account account, SignedIn person, Memory change) {
    return approve(visit, view, account, person, Agreement.GIVEN, change);
  }

  private Uni<String> approve(
      Visit visit,
      GrantView view,
      Account account,
      SignedIn person,
      Agreement agreement,
      Memory change) {
    var end =
        view.policy().numberMatching()
            ? visit.at(NUMBER)
            : DoneAddress.approved(visit, view.clientName());
    return action
        .ask(visit, view, account)
        .flatMap(
            verdict ->
                switch (verdict) {
                  case Denied(var reason) -> to(disallowed(visit, view, account, reason));
                  case Allowed ignored ->
                      decisions
                          .approve(visit, view, account, person, agreement, change)
                          .map(outcome -> after(outcome, visit, end));
                });
  }

  private String disallowed(Visit visit, GrantView view, Account account, Reason reason) {
    audit.barred(visit.grant(), view.client(), account.subject(), Obstacle.POLICY, visit.address());
    return DisallowedAddress.of(visit, reason);
  }

  private Uni<String> approvedOver(Visit visit, Closed over) {
    return over == Closed.APPROVED ? endings.of(visit, over) : to(visit.at(CONFIRM));
  }

  private String barred(Visit visit, GrantView view, Barred barred) {
    audit.barred(
        visit.grant(),
        view.client(),
        barred.account().map(Account::subject).orElse(null),
        barred.obstacle(),
        visit.address());
    return visit.at(CONFIRM);
  }

  private Uni<String> open(
      Visit visit,
      Step step,
      Function<GrantView, Uni<String>> pending,
      Function<Closed, Uni<String>> over) {
    return opening.open(visit, step, pending, confirming -> to(visit.at(NUMBER)), over);
  }

  private static String after(DecisionOutcome outcome, Visit visit, String end) {
    return switch (outcome) {
      case RECORDED -> end;
      case ALREADY_APPROVED, ALREADY_DENIED, EXPIRED, IN_USE, UNKNOWN -> visit.at(CONFIRM);
    };
  }

  private static Uni<String> to(String address) {
    return Uni.createFrom().item(address);
  }
}
