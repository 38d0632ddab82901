package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.UpstreamAccounts;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.login.Onwards;
import dev.latchkey.ui.page.Page;
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
  private final Onwards onwards;
  private final Audit audit;

  UpstreamSignIns(
      UpstreamAccounts accounts,
      Wishes wishes,
      CurrentSession current,
      Onwards onwards,
      Audit audit) {
    this.accounts = accounts;
    this.wishes = wishes;
    this.current = current;
    this.onwards = onwards;
    this.audit = audit;
  }

  /** The next page, or the one that says why there is none. */
  Uni<RestResponse<String>> signIn(
      RoutingContext routing, IdToken token, Optional<Visit> visit, Failures.Failure failure) {
    return wishes
        .maxAge(visit)
        .flatMap(
            maxAge ->
                maxAge.isPresent() && !isFresh(token, maxAge.get())
                    ? failure.page(UpstreamFailure.NOT_FRESH, null)
                    : known(routing, token, visit, failure));
  }

  private Uni<RestResponse<String>> known(
      RoutingContext routing, IdToken token, Optional<Visit> visit, Failures.Failure failure) {
    return accounts
        .signedIn(token.person())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Welcome(var account) -> welcome(routing, token, account, visit);
                  case Failed(var reason, var account) ->
                      failure.page(
                          UpstreamFailure.STOPPED, account.map(Account::subject).orElse(null));
                });
  }

  private Uni<RestResponse<String>> welcome(
      RoutingContext routing, IdToken token, Account account, Optional<Visit> visit) {
    var provider = token.provider().name();
    return current
        .orStarted(routing)
        .flatMap(session -> current.signIn(routing, session, token.signedIn(account)))
        .invoke(
            session ->
                audit.loginSucceeded(
                    account.subject(), provider, token.amr(), current.address(routing)))
        .flatMap(session -> onwards.from(visit, session))
        .flatMap(Page::redirect);
  }

  /** A provider that was asked for a fresh sign-in has to say when it was (section 2). */
  private static boolean isFresh(IdToken token, Duration maxAge) {
    var proven = token.authTime();
    return proven != null
        && proven.isAfter(Instant.now().minus(maxAge).minus(ProviderTenants.SKEW));
  }
}
