package dev.latchkey.ui.login;

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
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.limit.LimitPages;
import dev.latchkey.ui.limit.PasswordAnswer.Checked;
import dev.latchkey.ui.limit.PasswordAnswer.Delayed;
import dev.latchkey.ui.limit.PasswordGuesses;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.policy.Freshness;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Onward;
import dev.latchkey.ui.session.Visit;
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
 * Signing in with a local account. Where a person goes from here follows from the handle of a grant
 * in their own session, never from an address in the request.
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
  private final PasswordGuesses passwords;
  private final Way way;
  private final Onward onward;
  private final Audit audit;

  LoginResource(
      CurrentSession current,
      GrantDecisions grants,
      PasswordGuesses passwords,
      Way way,
      Onward onward,
      Audit audit) {
    this.current = current;
    this.grants = grants;
    this.passwords = passwords;
    this.way = way;
    this.onward = onward;
    this.audit = audit;
  }

  @GET
  public Uni<RestResponse<String>> ask(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      RoutingContext routing) {
    return current
        .visit(routing, grant, confirmed)
        .map(visit -> ask(visit, 200, "", false))
        .orElseGet(
            () -> current.orStarted(routing).flatMap(session -> Page.of(form(session, "", false))));
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
    return passwords
        .check(username, password, routing)
        .flatMap(
            answer ->
                switch (answer) {
                  case Delayed(var retryAfter) ->
                      LimitPages.passwords(
                          retryAfter,
                          visit.map(known -> known.after(Way.SIGN_IN)).orElse(Way.SIGN_IN));
                  case Checked(var outcome) -> {
                    note(outcome, current.address(routing));
                    yield switch (outcome) {
                      case Failed ignored -> again(session, visit, username);
                      case Welcome(var account) ->
                          current
                              .signIn(routing, session, person(account))
                              .flatMap(successor -> onwards(routing, visit, successor))
                              .flatMap(Page::redirect);
                    };
                  }
                });
  }

  private static SignedIn person(Account account) {
    return SignedIn.locally(account.subject(), Instant.now(), BY_PASSWORD);
  }

  private Uni<String> onwards(
      RoutingContext routing, Optional<Visit> visit, BrowserSession successor) {
    return visit
        .map(before -> way.signedIn(before.in(successor)))
        .orElseGet(() -> Uni.createFrom().item(onward.take(routing).orElse(Way.CODE)));
  }

  /** The same answer whether there is such an account or not. */
  private Uni<RestResponse<String>> again(
      BrowserSession session, Optional<Visit> visit, String username) {
    var echo = username.length() > LONGEST_ECHO ? "" : username;
    return visit
        .map(known -> ask(known, MISTYPED, echo, true))
        .orElseGet(() -> Page.of(MISTYPED, form(session, echo, true)));
  }

  private Uni<RestResponse<String>> ask(Visit visit, int status, String username, boolean failed) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Confirming ignored -> Page.redirect(visit.at(Way.DONE));
                  case Open(var grant, var view) ->
                      Page.of(
                          status,
                          new SignIn(
                              visit.form(),
                              view.clientName(),
                              isAgain(visit, view),
                              username,
                              failed));
                });
  }

  /** Somebody is signed in, but longer ago or in another way than the device asks for. */
  private static boolean isAgain(Visit visit, GrantView view) {
    return visit.session().person().filter(it -> !Freshness.suffices(it, view)).isPresent();
  }

  private static SignIn form(BrowserSession session, String username, boolean failed) {
    return new SignIn(FormFields.of(session.csrfToken()), "", false, username, failed);
  }

  private void note(SignInOutcome outcome, String address) {
    switch (outcome) {
      case Welcome(var account) -> audit.loginSucceeded(account.subject(), BY_PASSWORD, address);
      case Failed(var reason, var account) ->
          audit.loginFailed(account.map(Account::subject).orElse(null), reason, address);
    }
  }
}
