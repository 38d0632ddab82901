package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.DisallowedAddress;
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

/** "Is this the device in front of you?": the one page that nobody skips. */
@Cancellable(false)
@Path(Way.CONFIRM)
@Produces(MediaType.TEXT_HTML)
public class ConfirmResource {

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final ConfirmPages pages;
  private final Way way;
  private final Refusals refusals;

  ConfirmResource(
      CurrentSession current,
      GrantDecisions grants,
      ConfirmPages pages,
      Way way,
      Refusals refusals) {
    this.current = current;
    this.grants = grants;
    this.pages = pages;
    this.way = way;
    this.refusals = refusals;
  }

  @GET
  public Uni<RestResponse<String>> ask(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String reason,
      @RestQuery @DefaultValue("") String mark,
      RoutingContext routing) {
    return current
        .visit(routing, grant)
        .map(visit -> ask(visit, reason, DisallowedAddress.isGenuine(visit, reason, mark)))
        .orElseGet(() -> Page.redirect(Way.CODE));
  }

  private Uni<RestResponse<String>> ask(Visit visit, String reason, boolean disallowed) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Closed closed -> ConfirmPages.over(closed);
                  case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER));
                  case Open open ->
                      disallowed
                          ? pages.disallowed(visit, open.view(), reason)
                          : pages.ask(visit, open.view());
                });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> answer(RoutingContext routing) {
    var visit = current.visit(routing, FormBody.field(routing, "grant"));
    if (visit.isEmpty()) {
      return Page.redirect(Way.CODE);
    }
    return switch (FormBody.field(routing, "decision")) {
      case "continue" -> way.confirm(visit.get()).flatMap(Page::redirect);
      case "approve" -> way.confirmAndApprove(visit.get()).flatMap(Page::redirect);
      case "deny" -> refusals.deny(visit.get(), Step.CONFIRM).flatMap(Page::redirect);
      case "disown" -> refusals.disown(visit.get(), Step.CONFIRM).flatMap(Page::redirect);
      default -> Page.of(Notice.BAD_REQUEST);
    };
  }
}
