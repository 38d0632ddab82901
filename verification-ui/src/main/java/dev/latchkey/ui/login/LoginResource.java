package dev.latchkey.ui.login;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.SignIns;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import dev.latchkey.ui.upstream.Leaving;
import dev.latchkey.ui.upstream.Provider;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signing in with a local account, and the way to other ones. Where a person goes from here follows
 * from the handle of a grant in their own session, never from an address in the request.
 */
@Path(Way.SIGN_IN)
@Produces(MediaType.TEXT_HTML)
public class LoginResource {

  /** A form with a mistake in it. */
  private static final int MISTYPED = 422;

  /** More of what was typed is not worth showing again. */
  private static final int LONGEST_ECHO = 256;

  /** RFC 8176. */
  private static final Set<String> BY_PASSWORD = Set.of("pwd");

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final SignIns signIns;
  private final WaysIn ways;
  private final Onwards onwards;
  private final Audit audit;

  LoginResource(
      CurrentSession current,
      GrantDecisions grants,
      SignIns signIns,
      WaysIn ways,
      Onwards onwards,
      Audit audit) {
    this.current = current;
    this.grants = grants;
    this.signIns = signIns;
    this.ways = ways;
    this.onwards = onwards;
    this.audit = audit;
  }

  /** {@code choose} is there for who has been at a provider already, and may want another way. */
  @GET
  public Uni<RestResponse<String>> ask(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      @RestQuery @DefaultValue("") String choose,
      RoutingContext routing) {
    var straight = choose.isEmpty();
    return current
        .visit(routing, grant, confirmed)
        .map(visit -> ask(visit, 200, "", false, straight))
        .orElseGet(() -> current.orStarted(routing).flatMap(session -> ask(session, straight)));
  }

  private Uni<RestResponse<String>> ask(BrowserSession session, boolean straight) {
    return (straight ? ways.straight(AuthenticationRequest.NONE) : Optional.<Provider>empty())
        .map(provider -> leave(provider, Optional.empty()))
        .orElseGet(() -> Page.of(form(session, "", false)));
  }

  private static Uni<RestResponse<String>> leave(Provider provider, Optional<Visit> visit) {
    return Page.of(new Leaving(provider.label(), WaysIn.to(provider, visit)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> signIn(RoutingContext routing) {
    var username = FormBody.field(routing, "username");
    var password = FormBody.field(routing, "password");
    var visit =
        current.visit(
            routing, FormBody.field(routing, "grant"), FormBody.field(routing, "confirmed"));
    var session = current.required(routing);
    if (!ways.local()) {
      return Page.redirect(visit.map(about -> about.after(Way.SIGN_IN)).orElse(Way.SIGN_IN));
    }
    return signIns
        .check(username, password)
        .invoke(outcome -> note(outcome, current.address(routing)))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Failed ignored -> again(session, visit, username);
                  case Welcome(var account) ->
                      current
                          .signIn(routing, session, person(account))
                          .flatMap(successor -> onwards.from(visit, successor))
                          .flatMap(Page::redirect);
                });
  }

  private static SignedIn person(Account account) {
    return SignedIn.locally(account.subject(), Instant.now(), BY_PASSWORD);
  }

  /** The same answer whether there is such an account or not. */
  private Uni<RestResponse<String>> again(
      BrowserSession session, Optional<Visit> visit, String username) {
    var echo = username.length() > LONGEST_ECHO ? "" : username;
    return visit
        .map(known -> ask(known, MISTYPED, echo, true, false))
        .orElseGet(() -> Page.of(MISTYPED, form(session, echo, true)));
  }

  private Uni<RestResponse<String>> ask(
      Visit visit, int status, String username, boolean failed, boolean straight) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Confirming ignored -> Page.redirect(visit.at(Way.DONE));
                  case Open(var grant, var view) ->
                      (straight ? ways.straight(view.authentication()) : Optional.<Provider>empty())
                          .map(provider -> leave(provider, Optional.of(visit)))
                          .orElseGet(() -> Page.of(status, form(visit, view, username, failed)));
                });
  }

  private SignIn form(Visit visit, GrantView view, String username, boolean failed) {
    return new SignIn(
        visit.form(),
        view.clientName(),
        username,
        failed,
        ways.local(),
        ways.links(Optional.of(visit)));
  }

  private SignIn form(BrowserSession session, String username, boolean failed) {
    return new SignIn(
        FormFields.of(session.csrfToken()),
        "",
        username,
        failed,
        ways.local(),
        ways.links(Optional.empty()));
  }

  private void note(SignInOutcome outcome, String address) {
    switch (outcome) {
      case Welcome(var account) -> audit.loginSucceeded(account.subject(), BY_PASSWORD, address);
      case Failed(var reason, var account) ->
          audit.loginFailed(account.map(Account::subject).orElse(null), reason, address);
    }
  }
}
