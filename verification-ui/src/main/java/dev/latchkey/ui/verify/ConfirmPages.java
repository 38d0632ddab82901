package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.consent.Standing;
import dev.latchkey.ui.consent.Standings;
import dev.latchkey.ui.consent.Way;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** "Is this the device in front of you?", or why there is nothing to confirm. */
@ApplicationScoped
class ConfirmPages {

  private final Standings standings;

  ConfirmPages(Standings standings) {
    this.standings = standings;
  }

  Uni<RestResponse<String>> ask(Visit visit, GrantView view) {
    return standings
        .of(visit.session(), view)
        .flatMap(standing -> Page.of(page(visit, view, standing)));
  }

  private static Confirm page(Visit visit, GrantView view, Standing standing) {
    return new Confirm(
        visit.form(),
        DeviceRequest.of(view, visit.opened().code()),
        standing.signedIn().map(Account::name).orElse(""),
        standing instanceof Standing.Agreed,
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
