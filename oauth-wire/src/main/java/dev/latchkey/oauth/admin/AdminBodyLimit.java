package dev.latchkey.oauth.admin;

import dev.latchkey.oauth.form.BodyLimit;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Refuses large bodies as {@link BodyLimit} does, by a problem. */
class AdminBodyLimit {

  /** A client may have a logo of 32 KiB, and keys. */
  static final int BYTES = 128 * 1024;

  /** Before {@link BodyLimit}, which answers OAuth clients. */
  private static final int FIRST = 10_001;

  void register(@Observes Filters filters) {
    filters.register(AdminBodyLimit::check, FIRST);
  }

  private static void check(RoutingContext exchange) {
    var request = exchange.request();
    if (!AdminPath.covers(request.path())) {
      exchange.next();
      return;
    }
    if (!BodyLimit.isExceeded(request, BYTES)) {
      BodyLimit.allow(exchange, BYTES);
      exchange.next();
      return;
    }
    var problem = Problem.of(413);
    exchange
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // What follows on this connection is the rest of the body.
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(JsonObject.mapFrom(problem).encode());
  }
}
