package dev.latchkey.ui.upstream;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.UpstreamAccounts;
import dev.latchkey.ui.account.UpstreamFailure;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.entry.Landing;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/** Signs somebody in whom a provider has vouched for. */
@ApplicationScoped
class UpstreamSignIns {

  private final UpstreamAccounts accounts;
  private final Wishes wishes;
  private final CurrentSession current;
  private final Landing landing;
  private final Failures failures;
  private final Audit audit;

  UpstreamSignIns(
      UpstreamAccounts accounts,
      Wishes wishes,
      CurrentSession current,
      Landing landing,
      Failures failures,
      Audit audit) {
    this.accounts = accounts;
    this.wishes = wishes;
    this.current = current;
    this.landing = landing;
    this.failures = failures;
    this.audit = audit;
  }

  /** The next page, or the one that says why there is none. */
  Uni<RestResponse<String>> signIn(RoutingContext routing, IdToken token, RoundTrip trip) {
    return wishes
        .maxAge(trip.visit())
        .flatMap(
            maxAge ->
                maxAge.isPresent() && !isFresh(token, maxAge.get())
                    ? failures.page(trip, UpstreamFailure.NOT_FRESH, null)
                    : known(routing, token, trip));
  }

  private Uni<RestResponse<String>> known(RoutingContext routing, IdToken token, RoundTrip trip) {
    return accounts
        .signedIn(token.person())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Welcome(var account) -> unlessInVain(routing, token.signedIn(account), trip);
                  case Failed(var reason, var account) ->
                      failures.page(
                          trip,
                          UpstreamFailure.STOPPED,
                          account.map(Account::subject).orElse(null));
                });
  }

  /**
   * Goes on, unless the person was signed in already, so that the provider was told to ask them
   * again, and did not: what the device wants would send them there for ever.
   */
  private Uni<RestResponse<String>> unlessInVain(
      RoutingContext routing, SignedIn person, RoundTrip trip) {
    var before = current.of(routing).flatMap(BrowserSession::person);
    return before.isEmpty()
        ? welcome(routing, person, trip)
        : wishes
            .sufficient(person, trip.visit())
            .flatMap(
                does ->
                    does
                        ? welcome(routing, person, trip)
                        : failures.page(trip, UpstreamFailure.NOT_FRESH, person.subject()));
  }

  private Uni<RestResponse<String>> welcome(
      RoutingContext routing, SignedIn person, RoundTrip trip) {
    return current
        .orStarted(routing)
        .map(session -> new SignInRequest(session, trip.visit(), trip.to()))
        .invoke(
            () ->
                audit.loginSucceeded(
                    person.subject(), trip.provider().name(), person.amr(), trip.address()))
        .flatMap(request -> landing.welcome(routing, request, person));
  }

  /** A provider that was asked for a fresh sign-in has to say when it was (section 2). */
  private static boolean isFresh(IdToken token, Duration maxAge) {
    var proven = token.authTime();
    return proven != null
        && proven.isAfter(Instant.now().minus(maxAge).minus(ProviderTenants.SKEW));
  }
}
