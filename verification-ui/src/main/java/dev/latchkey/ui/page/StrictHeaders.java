package dev.latchkey.ui.page;

import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.origin.PublicOrigin;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The headers of every answer, errors and assets included: hence before all routes. */
@ApplicationScoped
class StrictHeaders {

  /** Before the filters of oauth-wire, which answer JSON. */
  static final int PRIORITY = 20_000;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  /** Two years, as browsers want before they preload; without other hosts, which are not ours. */
  private static final String ALWAYS_TLS = "max-age=63072000";

  private final boolean secure;

  StrictHeaders(PublicOrigin origin) {
    this.secure = origin.secure();
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, PRIORITY);
  }

  private void add(RoutingContext routing) {
    add(routing.response().headers());
    // At the end: what is said depends on the answer.
    routing.addHeadersEndHandler(end -> complete(routing.response()));
    routing.next();
  }

  private static void complete(HttpServerResponse answer) {
    var headers = answer.headers();
    // Only assets say themselves how long they may be kept.
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (answer.getStatusCode() == 503) {
      headers.set(HttpHeaders.RETRY_AFTER, ErrorAnswers.retryAfter());
    }
  }

  private void add(MultiMap headers) {
    headers
        .set("Content-Security-Policy", POLICY)
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("X-Content-Type-Options", "nosniff")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", NO_DEVICES);
    if (secure) {
      headers.set("Strict-Transport-Security", ALWAYS_TLS);
    }
  }
}
