package dev.latchkey.ui.devices;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Onward;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Sees to it that a page about somebody's devices is answered to that person alone. */
@ApplicationScoped
class People {

  private final CurrentSession current;
  private final Accounts accounts;
  private final Onward onward;

  People(CurrentSession current, Accounts accounts, Onward onward) {
    this.current = current;
    this.accounts = accounts;
    this.onward = onward;
  }

  /** The page for whoever is signed in; others sign in first, and come back to their devices. */
  Uni<RestResponse<String>> only(
      RoutingContext routing, Function<Person, Uni<RestResponse<String>>> page) {
    return find(routing)
        .flatMap(
            found ->
                found
                    .map(page)
                    .orElseGet(
                        () -> {
                          onward.remember(routing, Onward.Target.DEVICES);
                          return Page.redirect(Way.SIGN_IN);
                        }));
  }

  /** An account that was stopped since has no devices to show. */
  private Uni<Optional<Person>> find(RoutingContext routing) {
    var session = current.of(routing);
    return session
        .flatMap(BrowserSession::person)
        .map(SignedIn::subject)
        .map(accounts::active)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(account -> account.map(active -> person(session.orElseThrow(), active)));
  }

  private static Person person(BrowserSession session, Account account) {
    return new Person(session, account);
  }
}
