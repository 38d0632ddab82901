package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.UpstreamAccounts;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.login.Destination;
import dev.latchkey.ui.login.Landing;
import dev.latchkey.ui.login.SignInRequest;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Signs somebody in whom a provider has vouched for. */
@ApplicationScoped
class UpstreamSignIns {

  private final UpstreamAccounts accounts;
  private final Wishes wishes;
  private final CurrentSession current;
  private final Landing landing;
  private final Audit audit;

  UpstreamSignIns(
      UpstreamAccounts accounts,
      Wishes wishes,
      CurrentSession current,
      Landing landing,
      Audit audit) {
    this.accounts = accounts;
    this.wishes = wishes;
    this.current = current;
    this.landing = landing;
    this.audit = audit;
  }

  /** The next page, or the one that says why there is none. */
  Uni<RestResponse<String>> signIn(
      RoutingContext routing,
      IdToken token,
      Optional<Visit> visit,
      Destination to,
      Failures.Failure failure) {
    return wishes
        .maxAge(visit)
        .flatMap(
            maxAge ->
                maxAge.isPresent() && !isFresh(token, maxAge.get())
                    ? failure.page(UpstreamFailure.NOT_FRESH, null)
                    : known(routing, token, visit, to, failure));
  }

  private Uni<RestResponse<String>> known(
      RoutingContext routing,
      IdToken token,
      Optional<Visit> visit,
      Destination to,
      Failures.Failure failure) {
    return accounts
        .signedIn(token.person())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Welcome(var account) -> welcome(routing, token, account, visit, to);
                  case Failed(var reason, var account) ->
                      failure.page(
                          UpstreamFailure.STOPPED, account.map(Account::subject).orElse(null));
                });
  }

  private Uni<RestResponse<String>> welcome(
      RoutingContext routing,
      IdToken token,
      Account account,
      Optional<Visit> visit,
      Destination to) {
    var provider = token.provider().name();
    return current
        .orStarted(routing)
        .map(session -> new SignInRequest(session, visit, to))
        .flatMap(request -> landing.welcome(routing, request, token.signedIn(account)))
        .invoke(
            () ->
                audit.loginSucceeded(
                    account.subject(), provider, token.amr(), current.address(routing)));
  }

  /** A provider that was asked for a fresh sign-in has to say when it was (section 2). */
  private static boolean isFresh(IdToken token, Duration maxAge) {
    var proven = token.authTime();
    return proven != null
        && proven.isAfter(Instant.now().minus(maxAge).minus(ProviderTenants.SKEW));
  }
}
