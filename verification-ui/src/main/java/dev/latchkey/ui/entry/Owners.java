package dev.latchkey.ui.entry;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets people into their own pages; others are sent to sign in, and come back. */
@ApplicationScoped
public class Owners {

  private final CurrentSession current;
  private final Accounts accounts;

  Owners(CurrentSession current, Accounts accounts) {
    this.current = current;
    this.accounts = accounts;
  }

  /**
   * The page, for whoever is signed in.
   *
   * @param destination the part of the site it is in: others sign in first and come back there
   */
  public Uni<RestResponse<String>> only(
      RoutingContext routing,
      Destination destination,
      Function<Owner, Uni<RestResponse<String>>> page) {
    return find(current.of(routing))
        .flatMap(found -> found.map(page).orElseGet(() -> Page.redirect(destination.signIn())));
  }

  private Uni<Optional<Owner>> find(Optional<BrowserSession> session) {
    return session
        .flatMap(open -> open.person().map(person -> find(open, person)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Owner>> find(BrowserSession session, SignedIn person) {
    return accounts
        .active(person)
        .map(found -> found.map(account -> new Owner(session, person, account)));
  }
}
