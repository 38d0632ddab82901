package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.decide.Progress;
import dev.latchkey.ui.decide.Progresses;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** "Is this the device in front of you?", or why there is nothing to confirm. */
@ApplicationScoped
class ConfirmPages {

  private final Progresses progresses;

  ConfirmPages(Progresses progresses) {
    this.progresses = progresses;
  }

  Uni<RestResponse<String>> ask(Visit visit, GrantView view) {
    return progresses
        .of(visit.session(), view)
        .flatMap(progress -> Page.of(page(visit, view, progress)));
  }

  private static Confirm page(Visit visit, GrantView view, Progress progress) {
    return new Confirm(
        visit.form(),
        DeviceRequest.of(view, visit.opened().code()),
        progress.signedIn().map(Account::name).orElse(""),
        progress instanceof Progress.Agreed,
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
