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

  /** What a request may have instead, if somebody has said so. */
  private static final String ALLOWED = BodyLimit.class.getName();

  /** Before everything else that reads a request. */
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(BodyLimit::check, FIRST);
  }

  private static void check(RoutingContext exchange) {
    var allowed = exchange.<Integer>get(ALLOWED);
    if (!isExceeded(exchange.request(), allowed == null ? BYTES : allowed)) {
      exchange.next();
      return;
    }
    // What follows on this connection is the rest of the body.
    exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
    RawAnswers.refuse(exchange, 413, OAuthError.INVALID_REQUEST, "The request is too large");
  }

  /** Lets this very request have a larger body; to be called by a filter that comes before. */
  public static void allow(RoutingContext exchange, int bytes) {
    exchange.put(ALLOWED, bytes);
  }

  /** Whether the request says that its body is larger. */
  public static boolean isExceeded(HttpServerRequest request, int bytes) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && exceeds(length, bytes);
  }

  private static boolean exceeds(String length, int bytes) {
    try {
      return Long.parseLong(length) > bytes;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
