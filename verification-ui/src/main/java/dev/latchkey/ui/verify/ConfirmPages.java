package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.decide.Progress;
import dev.latchkey.ui.decide.Progress.Agreed;
import dev.latchkey.ui.decide.Progresses;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.policy.Obstacle;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** "Is this the device in front of you?", or why there is nothing to confirm. */
@ApplicationScoped
class ConfirmPages {

  private static final int FORBIDDEN = 403;

  private final Progresses progresses;

  ConfirmPages(Progresses progresses) {
    this.progresses = progresses;
  }

  Uni<RestResponse<String>> ask(Visit visit, GrantView view) {
    return progresses
        .of(visit, view)
        .flatMap(
            progress ->
                progress instanceof Progress.Barred barred
                    ? Page.of(FORBIDDEN, page(visit, view, barred, ""))
                    : Page.of(page(visit, view, progress)));
  }

  /** The operator's hook did not allow the approval, for that reason. */
  Uni<RestResponse<String>> disallowed(Visit visit, GrantView view, String reason) {
    return progresses
        .of(visit, view)
        .map(
            progress ->
                progress instanceof Progress.Barred barred
                    ? page(visit, view, barred, "")
                    : page(
                        visit,
                        view,
                        new Progress.Barred(Obstacle.POLICY, progress.signedIn()),
                        reason))
        .flatMap(page -> Page.of(FORBIDDEN, page));
  }

  private static Confirm page(Visit visit, GrantView view, Progress progress) {
    return new Confirm(
        visit.form(),
        DeviceRequest.of(view, visit),
        progress.signedIn().map(Account::name).orElse(""),
        progress instanceof Agreed,
        progress instanceof Agreed agreed && agreed.agreement() == Agreement.REMEMBERED,
        visit.at(Way.SIGN_IN));
  }

  private static Barred page(Visit visit, GrantView view, Progress.Barred barred, String reason) {
    return new Barred(
        visit.form(),
        DeviceRequest.of(view, visit),
        barred.obstacle(),
        barred.account().map(Account::name).orElse(""),
        reason,
        visit.at(Way.CONFIRM),
        visit.at(Way.SIGN_IN));
  }

  static Uni<RestResponse<String>> over(Closed reason) {
    return Page.of(
        switch (reason) {
          case UNKNOWN -> Notice.GONE;
          case EXPIRED -> Notice.EXPIRED;
          case IN_USE -> Notice.IN_USE;
          case APPROVED -> Notice.ALREADY_APPROVED;
          case DENIED -> Notice.ALREADY_DENIED;
        });
  }
}
