package dev.latchkey.ui.session;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that change something unless they come from a page of ours, going by what the
 * browser says of them. What it does not say (old browsers, curl) is left to {@link CsrfFilter}.
 */
class SameOriginFilter {

  static final int PRIORITY = 100;

  /**
   * What browsers send as the Origin of our own forms, because of {@code Referrer-Policy:
   * no-referrer} (Fetch, "append a request Origin header"). It says nothing; Safari before 16.4
   * says nothing else either.
   */
  private static final String WITHHELD = "null";

  private final PublicOrigin origin;

  SameOriginFilter(PublicOrigin origin) {
    this.origin = origin;
  }

  @ServerRequestFilter(priority = PRIORITY)
  public Uni<@Nullable RestResponse<String>> refuseForeign(
      HttpServerRequest request, SimpleResourceInfo resource) {
    return isSafe(request) || isForServers(resource) || isOurs(request)
        ? Uni.createFrom().nullItem()
        : Page.of(Notice.NOT_OURS);
  }

  static boolean isSafe(HttpServerRequest request) {
    return switch (request.method().name()) {
      case "GET", "HEAD", "OPTIONS" -> true;
      default -> false;
    };
  }

  static boolean isForServers(SimpleResourceInfo resource) {
    return resource.getResourceClass().isAnnotationPresent(NotFromBrowsers.class);
  }

  private boolean isOurs(HttpServerRequest request) {
    return isOurs(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"));
  }

  private boolean isOurs(@Nullable String site, @Nullable String sender) {
    if (site != null && !site.equals("same-origin")) {
      return false;
    }
    return sender == null || sender.equals(WITHHELD) || sender.equals(origin.issuer());
  }
}
