package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
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

/** "Return to your device." */
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
      @RestQuery @DefaultValue("") String grant, RoutingContext routing) {
    return current.visit(routing, grant).map(this::done).orElseGet(() -> Page.redirect(Way.CODE));
  }

  private Uni<RestResponse<String>> done(Visit visit) {
    return grants.lookUp(visit.grant(), visit.browser()).flatMap(outcome -> done(visit, outcome));
  }

  private static Uni<RestResponse<String>> done(Visit visit, OpenOutcome outcome) {
    return switch (outcome) {
      case Closed.APPROVED -> Page.of(page(visit, true));
      case Closed.DENIED -> Page.of(page(visit, false));
      case Closed ignored -> Page.redirect(visit.at(Way.CONFIRM));
      case Confirming ignored -> Page.of(page(visit, true));
      case Open ignored -> Page.redirect(visit.at(Way.CONFIRM));
    };
  }

  private static Done page(Visit visit, boolean approved) {
    return new Done(visit.form(), approved, visit.session().person().isPresent());
  }
}
