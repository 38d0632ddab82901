package dev.latchkey.oauth.origin;

import dev.latchkey.oauth.client.AuthenticatingClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Lets web pages read answers (CORS): a web-based TV is a page of its client's origin. */
public final class CrossOrigin {

  private CrossOrigin() {}

  /** Allows the page that sent the request to read the answer, if the client lists its origin. */
  public static void allow(HttpServerRequest request, AuthenticatingClient client) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return;
    }
    var answer = request.response();
    answer.putHeader(HttpHeaders.VARY, "Origin");
    if (client.allowedOrigins().contains(origin)) {
      answer
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(
              HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
              "DPoP-Nonce, Retry-After, WWW-Authenticate");
    }
  }
}
