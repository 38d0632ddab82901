package dev.latchkey.ui.profile;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.login.Destination;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets people into their own pages; others are sent to sign in, and come back. */
@ApplicationScoped
class Owners {

  private final CurrentSession current;
  private final Accounts accounts;

  Owners(CurrentSession current, Accounts accounts) {
    this.current = current;
    this.accounts = accounts;
  }

  Uni<RestResponse<String>> only(
      RoutingContext routing, Function<Owner, Uni<RestResponse<String>>> page) {
    return current
        .of(routing)
        .flatMap(session -> session.person().map(person -> only(session, person, page)))
        .orElseGet(Owners::signIn);
  }

  private Uni<RestResponse<String>> only(
      BrowserSession session, SignedIn person, Function<Owner, Uni<RestResponse<String>>> page) {
    return accounts
        .active(person)
        .flatMap(
            found ->
                found
                    .map(account -> page.apply(new Owner(session, person, account)))
                    .orElseGet(Owners::signIn));
  }

  private static Uni<RestResponse<String>> signIn() {
    return Page.redirect(Destination.ACCOUNT.signIn());
  }
}
