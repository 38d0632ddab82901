package dev.latchkey.ui.session;

import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Refuses requests that change something without the session's own token (synchronizer token). */
public class CsrfFilter {

  /** Filters of a lower one see forms that are not ours too. */
  public static final int PRIORITY = SessionFilter.PRIORITY + 100;

  private final CurrentSession current;

  CsrfFilter(CurrentSession current) {
    this.current = current;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<@Nullable RestResponse<String>> refuseForged(
      RoutingContext routing, SimpleResourceInfo resource) {
    return SameOriginFilter.isSafe(routing.request())
            || SameOriginFilter.isForServers(resource)
            || current.isGenuine(routing)
        ? Uni.createFrom().nullItem()
        : Page.of(Notice.STALE_FORM);
  }
}
