package dev.latchkey.ui.login;

import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CsrfFilter;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in form that is sent again by a browser that is signed in by now: a double click, or the
 * page of another tab. Its token is the session's before, which {@link CsrfFilter} refuses; but the
 * person has what they wanted, so they are led on by a GET that changes nothing.
 */
class SecondSubmit {

  private static final int PRIORITY = CsrfFilter.PRIORITY - 1;

  private static final Set<String> FORMS = Set.of(Way.SIGN_IN, PasskeyLoginResource.PATH);

  private final CurrentSession current;

  SecondSubmit(CurrentSession current) {
    this.current = current;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<@Nullable RestResponse<String>> leadOn(RoutingContext routing) {
    return isSecond(routing) ? Page.redirect(onwards(routing)) : Uni.createFrom().nullItem();
  }

  private boolean isSecond(RoutingContext routing) {
    return routing.request().method().equals(HttpMethod.POST)
        && FORMS.contains(routing.normalizedPath())
        && current.of(routing).flatMap(session -> session.person()).isPresent()
        && !current.isGenuine(routing);
  }

  private String onwards(RoutingContext routing) {
    return SignInRequest.visit(current, routing)
        .map(visit -> visit.after(OnwardsResource.PATH))
        .orElseGet(() -> OnwardsResource.PATH + "?to=" + SignInRequest.to(routing).word());
  }
}
