package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.FormFields;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
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
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The address that devices show: here a person enters a code, or arrives with one. */
@Path(Way.CODE)
@Produces(MediaType.TEXT_HTML)
public class DeviceResource {

  /** A form with a mistake in it. */
  private static final int MISTYPED = 422;

  /** More of what was typed is not worth showing again. */
  private static final int LONGEST_ECHO = 64;

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final ConfirmPages confirm;
  private final Audit audit;

  DeviceResource(CurrentSession current, GrantDecisions grants, ConfirmPages confirm, Audit audit) {
    this.current = current;
    this.grants = grants;
    this.confirm = confirm;
    this.audit = audit;
  }

  /** Opens nothing: link previews and mail scanners follow the complete URI too. */
  @GET
  public Uni<RestResponse<String>> enter(
      @RestQuery("user_code") @DefaultValue("") String typed, RoutingContext routing) {
    return current
        .orStarted(routing)
        .flatMap(
            session ->
                typed.isBlank()
                    ? Page.of(form(session, "", false))
                    : lookUp(typed, session, routing, confirm::ask));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> entered(RoutingContext routing) {
    var typed = FormBody.field(routing, "user_code");
    return lookUp(typed, current.required(routing), routing, (visit, view) -> open(visit));
  }

  private Uni<RestResponse<String>> lookUp(
      String typed,
      BrowserSession session,
      RoutingContext routing,
      BiFunction<Visit, GrantView, Uni<RestResponse<String>>> found) {
    var code = UserCode.parse(typed);
    if (code.isEmpty()) {
      return wrong(typed, session, routing);
    }
    return grants
        .lookUp(code.get(), session.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed.UNKNOWN -> wrong(typed, session, routing);
                  case Closed closed -> ConfirmPages.over(closed);
                  case Open(var grant, var view) ->
                      current
                          .remember(routing, session, opened(grant, code.get(), view))
                          .flatMap(visit -> found.apply(visit, view));
                  case Confirming(var grant, var view, var number) ->
                      current
                          .remember(routing, session, opened(grant, code.get(), view))
                          .flatMap(visit -> Page.redirect(visit.at(Way.DONE)));
                });
  }

  private static OpenedGrant opened(GrantId grant, UserCode code, GrantView view) {
    return new OpenedGrant(grant, code, view.authentication().uiLocales());
  }

  private Uni<RestResponse<String>> open(Visit visit) {
    return grants
        .open(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed closed -> ConfirmPages.over(closed);
                  case Open(var grant, var view) -> {
                    audit.opened(grant, view.client(), visit.address(), Step.CODE);
                    yield Page.redirect(visit.at(Way.CONFIRM));
                  }
                  case Confirming ignored -> Page.redirect(visit.at(Way.DONE));
                });
  }

  private Uni<RestResponse<String>> wrong(
      String typed, BrowserSession session, RoutingContext routing) {
    audit.codeUnknown(current.address(routing));
    var echo = typed.length() > LONGEST_ECHO ? "" : typed;
    return Page.of(MISTYPED, form(session, echo, true));
  }

  private static EnterCode form(BrowserSession session, String typed, boolean wrong) {
    var fields = FormFields.of(session.csrfToken());
    return new EnterCode(fields, typed, wrong, session.person().isPresent());
  }
}
