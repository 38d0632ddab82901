package dev.latchkey.oauth.cors;

import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.RawAnswers;
import dev.latchkey.oauth.origin.Endpoint;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers browsers that ask whether a page may call an endpoint (CORS preflight). That request
 * names no client: it passes if any enabled client lists the page's origin, and the call itself
 * then checks its own. Other requests with the method OPTIONS are left to be refused.
 */
@ApplicationScoped
public class Preflights {

  private static final int AFTER_BODY_LIMIT = 9_000;

  private static final String HEADERS = "Authorization, Content-Type, DPoP, Prefer";
  private static final String SECONDS_TO_REMEMBER = "600";

  private final AllowedOrigins origins;

  Preflights(AllowedOrigins origins) {
    this.origins = origins;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_BODY_LIMIT);
  }

  void check(RoutingContext exchange) {
    var request = exchange.request();
    if (!request.method().equals(HttpMethod.OPTIONS)) {
      exchange.next();
      return;
    }
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      exchange.next();
      return;
    }
    var path = exchange.normalizedPath();
    if (path.startsWith("/.well-known/")) {
      allow(exchange, "*", "GET, HEAD");
      return;
    }
    Endpoint.at(path)
        // Only programs on servers introspect.
        .filter(endpoint -> endpoint != Endpoint.INTROSPECTION)
        .ifPresentOrElse(endpoint -> check(exchange, origin, endpoint.methods()), exchange::next);
  }

  private void check(RoutingContext exchange, String origin, String methods) {
    if (!Origin.isOne(origin)) {
      refuse(exchange);
      return;
    }
    origins
        .isAllowed(origin)
        .subscribe()
        .with(
            allowed -> {
              if (allowed) {
                allow(exchange, origin, methods);
              } else {
                refuse(exchange);
              }
            },
            failure -> {
              Log.warnf("a preflight was answered 503: %s: %s", failure, failure.getCause());
              RawAnswers.unavailable(exchange);
            });
  }

  private static void allow(RoutingContext exchange, String origin, String methods) {
    exchange
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN)
        .end();
  }

  private static void refuse(RoutingContext exchange) {
    RawAnswers.refuse(
        exchange, 403, OAuthError.INVALID_REQUEST, "No client is a page of that origin");
  }
}
