package dev.latchkey.ui.login;

import dev.latchkey.ui.account.SignInOutcome;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.account.SignIns;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Landing;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.limit.LimitPages;
import dev.latchkey.ui.limit.PasswordAnswer.Checked;
import dev.latchkey.ui.limit.PasswordAnswer.Delayed;
import dev.latchkey.ui.limit.PasswordGuesses;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Signing in with a local account's password. Where a person goes from here follows from the handle
 * of a grant in their own session or from a {@link Destination}, never from an address in the
 * request.
 */
@Cancellable(false)
@Path(Way.SIGN_IN)
@Produces(MediaType.TEXT_HTML)
public class LoginResource {

  private final CurrentSession current;
  private final WaysIn ways;
  private final PasswordGuesses passwords;
  private final SignInPages pages;
  private final Landing landing;
  private final Audit audit;

  LoginResource(
      CurrentSession current,
      WaysIn ways,
      PasswordGuesses passwords,
      SignInPages pages,
      Landing landing,
      Audit audit) {
    this.current = current;
    this.ways = ways;
    this.passwords = passwords;
    this.pages = pages;
    this.landing = landing;
    this.audit = audit;
  }

  /**
   * Asks who the person is, or leaves for the one provider.
   *
   * @param choose there for who has been at a provider already, and may want another way
   */
  @GET
  public Uni<RestResponse<String>> ask(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      @RestQuery @DefaultValue("") String to,
      @RestQuery @DefaultValue("") String choose,
      RoutingContext routing) {
    var visit = current.visit(routing, grant, confirmed);
    return current
        .orStarted(routing)
        .map(session -> new SignInRequest(session, visit, Destination.named(to)))
        .flatMap(
            request -> choose.isEmpty() ? pages.enter(request) : pages.ask(request, Attempt.NONE));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> signIn(RoutingContext routing) {
    var username = FormBody.field(routing, "username");
    var request = SignInRequest.of(current, routing);
    if (!ways.local()) {
      return Page.redirect(request.again());
    }
    return passwords
        .check(username, FormBody.field(routing, "password"), routing)
        .flatMap(
            answer ->
                switch (answer) {
                  case Delayed(var retryAfter) -> LimitPages.passwords(retryAfter, request.again());
                  case Checked(var outcome) -> {
                    audit.signIn(outcome, SignIns.AMR, current.address(routing));
                    yield answer(outcome, username, request, routing);
                  }
                });
  }

  private Uni<RestResponse<String>> answer(
      SignInOutcome outcome, String username, SignInRequest request, RoutingContext routing) {
    return switch (outcome) {
      // The same answer whether there is such an account or not.
      case Failed ignored -> pages.ask(request, Attempt.wrongPassword(username));
      case Welcome(var account) -> landing.welcome(routing, request, SignIns.person(account));
    };
  }
}
