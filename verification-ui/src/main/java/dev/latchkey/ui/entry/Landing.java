package dev.latchkey.ui.entry;

import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.decide.Endings;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a person goes from the sign-in page, in whatever way they signed in. */
@ApplicationScoped
public class Landing {

  private final CurrentSession current;
  private final GrantDecisions grants;
  private final Way way;
  private final Endings endings;

  Landing(CurrentSession current, GrantDecisions grants, Way way, Endings endings) {
    this.current = current;
    this.grants = grants;
    this.way = way;
    this.endings = endings;
  }

  /** Signs the person in, and leads them on. */
  public Uni<RestResponse<String>> welcome(
      RoutingContext routing, SignInRequest request, SignedIn person) {
    return current
        .signIn(routing, request.session(), person)
        .flatMap(
            successor ->
                request
                    .visit()
                    .map(visit -> way.signedIn(visit.in(successor)))
                    .orElseGet(() -> Uni.createFrom().item(request.to().path())))
        .flatMap(Page::redirect);
  }

  /** Leads a person on who is signed in already; changes nothing. */
  public Uni<RestResponse<String>> onwards(Optional<Visit> visit, Destination to) {
    return visit
        .map(
            known ->
                grants
                    .lookUp(known.grant(), known.browser())
                    .flatMap(outcome -> known(outcome, known)))
        .orElseGet(() -> Uni.createFrom().item(to.path()))
        .flatMap(Page::redirect);
  }

  private Uni<String> known(OpenOutcome outcome, Visit visit) {
    return switch (outcome) {
      case Closed over -> endings.of(visit, over);
      case Confirming ignored -> Uni.createFrom().item(visit.at(Way.NUMBER));
      case Open ignored ->
          Uni.createFrom()
              .item(visit.confirmed() ? visit.after(Way.CONSENT) : visit.at(Way.CONFIRM));
    };
  }
}
