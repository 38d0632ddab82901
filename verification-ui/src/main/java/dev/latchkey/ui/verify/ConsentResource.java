package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.Progress;
import dev.latchkey.ui.decide.Progresses;
import dev.latchkey.ui.decide.Refusals;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Notice;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the device asks for, for a person who has not agreed to it before or wants to see it. */
@Cancellable(false)
@Path(Way.CONSENT)
@Produces(MediaType.TEXT_HTML)
public class ConsentResource {

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final Progresses progresses;
  private final Way way;
  private final Refusals refusals;

  ConsentResource(
      CurrentSession current,
      GrantDecisions grants,
      Progresses progresses,
      Way way,
      Refusals refusals) {
    this.current = current;
    this.grants = grants;
    this.progresses = progresses;
    this.way = way;
    this.refusals = refusals;
  }

  @GET
  public Uni<RestResponse<String>> ask(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      RoutingContext routing) {
    return current
        .visit(routing, grant, confirmed)
        .map(visit -> visit.confirmed() ? ask(visit) : Page.redirect(visit.at(Way.CONFIRM)))
        .orElseGet(() -> Page.redirect(Way.CODE));
  }

  private Uni<RestResponse<String>> ask(Visit visit) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER));
                  case Open open -> ask(visit, open.view());
                });
  }

  private Uni<RestResponse<String>> ask(Visit visit, GrantView view) {
    return progresses
        .of(visit, view)
        .flatMap(
            progress ->
                switch (progress) {
                  case Progress.Barred ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Progress.Nobody.NOBODY -> Page.redirect(visit.after(Way.SIGN_IN));
                  case Progress.Stale ignored -> Page.redirect(visit.after(Way.SIGN_IN));
                  case Progress.Known known -> Page.of(page(visit, view, known.account()));
                  case Progress.Agreed agreed -> Page.of(page(visit, view, agreed.account()));
                });
  }

  private static Consent page(Visit visit, GrantView view, Account account) {
    return new Consent(
        visit.form(), DeviceRequest.of(view, visit), account.name(), visit.after(Way.SIGN_IN));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> answer(RoutingContext routing) {
    var visit =
        current.visit(
            routing, FormBody.field(routing, "grant"), FormBody.field(routing, "confirmed"));
    if (visit.isEmpty()) {
      return Page.redirect(Way.CODE);
    }
    return switch (FormBody.field(routing, "decision")) {
      case "approve" ->
          way.agree(visit.get(), !FormBody.field(routing, "remember").isEmpty())
              .flatMap(Page::redirect);
      case "deny" -> refusals.deny(visit.get(), Step.CONSENT).flatMap(Page::redirect);
      case "disown" -> refusals.disown(visit.get(), Step.CONSENT).flatMap(Page::redirect);
      default -> Page.of(Notice.BAD_REQUEST);
    };
  }
}
