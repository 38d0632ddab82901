package dev.latchkey.ui.verify;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.ui.audit.Audit.Step;
import dev.latchkey.ui.decide.DoneAddress;
import dev.latchkey.ui.decide.Endings;
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
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The number that the person enters on the device, to whoever approved, and to nobody else. Until
 * it is there the approval does not count, and can be taken back.
 */
@Cancellable(false)
@Path(Way.NUMBER)
@Produces(MediaType.TEXT_HTML)
public class NumberResource {

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final Refusals refusals;
  private final Endings endings;

  NumberResource(
      CurrentSession current, GrantDecisions grants, Refusals refusals, Endings endings) {
    this.current = current;
    this.grants = grants;
    this.refusals = refusals;
    this.endings = endings;
  }

  @GET
  public Uni<RestResponse<String>> show(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String early,
      RoutingContext routing) {
    return current
        .visit(routing, grant)
        .map(visit -> show(visit, !early.isEmpty()))
        .orElseGet(() -> Page.redirect(Way.CODE));
  }

  private Uni<RestResponse<String>> show(Visit visit, boolean early) {
    return grants
        .lookUp(visit.grant(), visit.browser())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Confirming confirming -> Page.of(page(visit, confirming, early));
                  case Open ignored -> Page.redirect(visit.at(Way.CONFIRM));
                  case Closed over -> endings.of(visit, over).flatMap(Page::redirect);
                });
  }

  private static ShowNumber page(Visit visit, Confirming confirming, boolean early) {
    var view = confirming.view();
    var number = confirming.number().value();
    return new ShowNumber(
        visit.form(),
        view.clientName(),
        Objects.requireNonNullElse(view.clientLogo(), ""),
        number,
        String.join(" ", number.split("")),
        early,
        DoneAddress.approved(visit, view.clientName()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> answer(RoutingContext routing) {
    var visit = current.visit(routing, FormBody.field(routing, "grant"));
    if (visit.isEmpty()) {
      return Page.redirect(Way.CODE);
    }
    // The number is not to be seen again by whoever has denied, and goes back.
    current.forbidGoingBack(routing, visit.get().session());
    return switch (FormBody.field(routing, "decision")) {
      case "deny" -> refusals.deny(visit.get(), Step.NUMBER).flatMap(Page::redirect);
      case "disown" -> refusals.disown(visit.get(), Step.NUMBER).flatMap(Page::redirect);
      default -> Page.of(Notice.BAD_REQUEST);
    };
  }
}
