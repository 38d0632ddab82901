package dev.latchkey.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Refuses requests that change something without the session's own token (synchronizer token). */
class CsrfFilter {

  private static final int PRIORITY = SessionFilter.PRIORITY + 100;

  private final CurrentSession current;

  CsrfFilter(CurrentSession current) {
    this.current = current;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<@Nullable RestResponse<String>> refuseForged(
      RoutingContext routing, SimpleResourceInfo resource) {
    return SameOriginFilter.isSafe(routing.request())
            || SameOriginFilter.isForServers(resource)
            || isGenuine(routing)
        ? Uni.createFrom().nullItem()
        : Page.of(Notice.STALE_FORM);
  }

  private boolean isGenuine(RoutingContext routing) {
    var sent = FormBody.field(routing, "csrf").getBytes(UTF_8);
    return current
        .of(routing)
        .filter(session -> MessageDigest.isEqual(session.csrfToken().getBytes(UTF_8), sent))
        .isPresent();
  }
}
