package dev.latchkey.ui.login;

import dev.latchkey.ui.account.SignInOutcome.Failed;
import dev.latchkey.ui.account.SignInOutcome.Failed.Reason;
import dev.latchkey.ui.account.SignInOutcome.Welcome;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.entry.Landing;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.limit.AddressLimits;
import dev.latchkey.ui.limit.LimitPages;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.PasskeyProblem;
import dev.latchkey.ui.passkey.PasskeySignIns;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Signing in with a passkey. The page's script has filled in the form. */
@Cancellable(false)
@Path(PasskeyLoginResource.PATH)
@Produces(MediaType.TEXT_HTML)
public class PasskeyLoginResource {

  static final String PATH = "/login/passkey";

  private final CurrentSession current;
  private final WaysIn ways;
  private final AddressLimits limits;
  private final PasskeySignIns passkeys;
  private final SignInPages pages;
  private final Landing landing;
  private final Audit audit;

  PasskeyLoginResource(
      CurrentSession current,
      WaysIn ways,
      AddressLimits limits,
      PasskeySignIns passkeys,
      SignInPages pages,
      Landing landing,
      Audit audit) {
    this.current = current;
    this.ways = ways;
    this.limits = limits;
    this.passkeys = passkeys;
    this.pages = pages;
    this.landing = landing;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> signIn(RoutingContext routing) {
    var request = SignInRequest.of(current, routing);
    if (!ways.local()) {
      return Page.redirect(request.again());
    }
    return limits
        .passkey(routing)
        .flatMap(
            wait ->
                wait.map(pause -> LimitPages.requests(pause, request.again()))
                    .orElseGet(() -> signIn(request, routing)));
  }

  private Uni<RestResponse<String>> signIn(SignInRequest request, RoutingContext routing) {
    return passkeys
        .check(request.session(), routing)
        .invoke(outcome -> audit.signIn(outcome, PasskeySignIns.AMR, current.address(routing)))
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Failed failed ->
                      pages.ask(request, Attempt.passkey(problem(failed.reason())));
                  case Welcome(var account) ->
                      landing.welcome(routing, request, PasskeySignIns.person(account));
                });
  }

  private static PasskeyProblem problem(Reason reason) {
    return reason == Reason.CHALLENGE_OVER ? PasskeyProblem.OVER : PasskeyProblem.REFUSED;
  }
}
