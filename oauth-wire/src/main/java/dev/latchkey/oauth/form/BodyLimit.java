package dev.latchkey.oauth.form;

import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.RawAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Refuses large bodies before they are read, with an answer like any other refusal; the framework's
 * own limit answers without a body. A body that does not say its length meets its limit in {@link
 * OAuthFormReader}.
 */
public class BodyLimit {

  /** A form with an assertion and a proof in it is below 16 KiB. */
  public static final int BYTES = 32 * 1024;

  /** Before everything else that reads a request. */
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(BodyLimit::check, FIRST);
  }

  private static void check(RoutingContext exchange) {
    if (!isExceeded(exchange.request())) {
      exchange.next();
      return;
    }
    // What follows on this connection is the rest of the body.
    exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
    RawAnswers.refuse(exchange, 413, OAuthError.INVALID_REQUEST, "The request is too large");
  }

  /** Whether the request says that its body is larger. */
  public static boolean isExceeded(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && exceeds(length);
  }

  private static boolean exceeds(String length) {
    try {
      return Long.parseLong(length) > BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
