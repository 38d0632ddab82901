package dev.latchkey.oauth.cors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Lets the page that sent a request read the answer. */
public final class CrossOrigin {

  private static final String READABLE =
      "DPoP-Nonce, Preference-Applied, Retry-After, WWW-Authenticate";

  private CrossOrigin() {}

  /**
   * Lets the page read the answer, whatever it will be, if its origin is one of those.
   *
   * @param allowedOrigins the ones that the client of the request lists
   */
  public static void allow(HttpServerRequest request, Set<String> allowedOrigins) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return;
    }
    var answer = request.response().headers();
    if (!isDecided(request)) {
      answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    if (Origin.isOne(origin) && allowedOrigins.contains(origin)) {
      answer
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
    }
  }

  /** Whether it has been decided which pages may read the answer. */
  static boolean isDecided(HttpServerRequest request) {
    return request.response().headers().contains(HttpHeaders.VARY, HttpHeaders.ORIGIN, true);
  }
}
