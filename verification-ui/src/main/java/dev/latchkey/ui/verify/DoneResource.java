package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.decide.DoneAddress;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** "Return to your device", for the browser that decided; others are told what became of it. */
@Cancellable(false)
@Path(Way.DONE)
@Produces(MediaType.TEXT_HTML)
public class DoneResource {

  private final CurrentSession current;
  private final GrantDecisions grants;

  DoneResource(CurrentSession current, GrantDecisions grants) {
    this.current = current;
    this.grants = grants;
  }

  @GET
  public Uni<RestResponse<String>> done(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String client,
      @RestQuery @DefaultValue("") String mark,
      RoutingContext routing) {
    return current
        .visit(routing, grant)
        .map(visit -> done(visit, client, DoneAddress.isGenuine(visit, client, mark)))
        .orElseGet(() -> Page.redirect(Way.CODE));
  }

  private Uni<RestResponse<String>> done(Visit visit, String client, boolean theirs) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(outcome -> done(visit, client, theirs, outcome));
  }

  private static Uni<RestResponse<String>> done(
      Visit visit, String client, boolean theirs, OpenOutcome outcome) {
    return switch (outcome) {
      case Closed over -> theirs ? end(visit, client, over) : ConfirmPages.over(over);
      case Confirming ignored -> Page.redirect(visit.at(Way.NUMBER) + "&early=yes");
      case Open ignored -> Page.redirect(visit.at(Way.CONFIRM));
    };
  }

  private static Uni<RestResponse<String>> end(Visit visit, String client, Closed over) {
    return switch (over) {
      case APPROVED -> Page.of(page(visit, true, client));
      case DENIED -> Page.of(page(visit, false, ""));
      case EXPIRED, IN_USE, UNKNOWN -> ConfirmPages.over(over);
    };
  }

  private static Done page(Visit visit, boolean approved, String client) {
    return new Done(visit.form(), approved, client, visit.session().person().isPresent());
  }
}
