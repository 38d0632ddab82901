package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome.Closed;
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

/** "I did not start this": nothing was let in, and what to do now. */
@Cancellable(false)
@Path(Way.DISOWNED)
@Produces(MediaType.TEXT_HTML)
public class DisownedResource {

  private final CurrentSession current;
  private final GrantDecisions grants;

  DisownedResource(CurrentSession current, GrantDecisions grants) {
    this.current = current;
    this.grants = grants;
  }

  @GET
  public Uni<RestResponse<String>> tell(
      @RestQuery @DefaultValue("") String grant, RoutingContext routing) {
    return current.visit(routing, grant).map(this::tell).orElseGet(() -> Page.redirect(Way.CODE));
  }

  /** It must not say that nothing was let in unless that is so. */
  private Uni<RestResponse<String>> tell(Visit visit) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                outcome == Closed.DENIED
                    ? Page.of(new Disowned(visit.form(), visit.session().person().isPresent()))
                    : Page.redirect(visit.at(Way.CONFIRM)));
  }
}
