package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.UserCode;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.EnteredCode;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.limit.CodeAnswer.Crowded;
import dev.latchkey.ui.limit.CodeAnswer.LookedUp;
import dev.latchkey.ui.limit.CodeAnswer.SignInFirst;
import dev.latchkey.ui.limit.CodeAnswer.TooMany;
import dev.latchkey.ui.limit.CodeGuesses;
import dev.latchkey.ui.limit.LimitPages;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** The address that devices show: here a person enters a code, or arrives with one. */
@Cancellable(false)
@Path(Way.CODE)
@Produces(MediaType.TEXT_HTML)
public class DeviceResource {

  /** More of what was typed is not worth showing again. */
  private static final int LONGEST_ECHO = 64;

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final CodeGuesses guesses;
  private final ConfirmPages confirm;
  private final Audit audit;

  DeviceResource(
      CurrentSession current,
      GrantDecisions grants,
      CodeGuesses guesses,
      ConfirmPages confirm,
      Audit audit) {
    this.current = current;
    this.grants = grants;
    this.guesses = guesses;
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
                    ? ask(session, routing)
                    : read(typed, false, session, routing, confirm::ask));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> entered(RoutingContext routing) {
    var typed = FormBody.field(routing, "user_code");
    return read(typed, true, current.required(routing), routing, (visit, view) -> open(visit));
  }

  /** Goes on with the code of a person who had to sign in first. */
  private Uni<RestResponse<String>> ask(BrowserSession session, RoutingContext routing) {
    return guesses
        .kept(session)
        .flatMap(
            kept ->
                kept.map(
                        code ->
                            lookUp(
                                code,
                                code.code().value(),
                                session,
                                routing,
                                (visit, view) -> Page.redirect(visit.at(Way.CONFIRM))))
                    .orElseGet(() -> Page.of(form(session, "", false, false))));
  }

  private Uni<RestResponse<String>> read(
      String typed,
      boolean byHand,
      BrowserSession session,
      RoutingContext routing,
      BiFunction<Visit, GrantView, Uni<RestResponse<String>>> found) {
    return UserCode.parse(typed)
        .map(code -> lookUp(new EnteredCode(code, byHand), typed, session, routing, found))
        .orElseGet(() -> wrong(typed, session));
  }

  /**
   * Finds the grant and notes it in the session: from then on its forms may name it. So a code that
   * has to be typed, and came with a link, is not even noted.
   */
  private Uni<RestResponse<String>> lookUp(
      EnteredCode entered,
      String echo,
      BrowserSession session,
      RoutingContext routing,
      BiFunction<Visit, GrantView, Uni<RestResponse<String>>> found) {
    var code = entered.code();
    return guesses
        .lookUp(entered, session, routing)
        .flatMap(
            answer ->
                switch (answer) {
                  case TooMany(var retryAfter) -> LimitPages.codes(retryAfter);
                  case SignInFirst(var retryAfter) -> LimitPages.signInFirst(retryAfter);
                  case Crowded.SIGN_IN -> Page.redirect(Way.SIGN_IN);
                  case LookedUp(Closed closed) ->
                      closed == Closed.UNKNOWN
                          ? unknown(echo, session, routing)
                          : ConfirmPages.over(closed);
                  case LookedUp(Open(var grant, var view))
                      when !entered.byHand() && view.policy().typedCode() ->
                      unread(session, view);
                  case LookedUp(Open(var grant, var view)) ->
                      current
                          .remember(routing, session, opened(grant, code, view))
                          .flatMap(visit -> found.apply(visit, view));
                  case LookedUp(Confirming(var grant, var view, var number)) ->
                      current
                          .remember(routing, session, opened(grant, code, view))
                          .flatMap(visit -> Page.redirect(visit.at(Way.NUMBER)));
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
                  case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER));
                });
  }

  private Uni<RestResponse<String>> unknown(
      String typed, BrowserSession session, RoutingContext routing) {
    audit.codeUnknown(current.address(routing));
    return wrong(typed, session);
  }

  /** What cannot be a code is no event: nothing is looked up, and no limit bounds it. */
  private static Uni<RestResponse<String>> wrong(String typed, BrowserSession session) {
    var echo = typed.length() > LONGEST_ECHO ? "" : typed;
    return Page.mistyped(form(session, echo, true, false));
  }

  private static Uni<RestResponse<String>> unread(BrowserSession session, GrantView view) {
    Language.prefer(view.authentication().uiLocales());
    return Page.of(form(session, "", false, true));
  }

  private static EnterCode form(
      BrowserSession session, String typed, boolean wrong, boolean unread) {
    var fields = FormFields.of(session.csrfToken());
    return new EnterCode(fields, typed, wrong, unread, session.person().isPresent());
  }
}
