package dev.latchkey.oauth.route;

import static io.vertx.core.http.HttpHeaders.CLOSE;
import static io.vertx.core.http.HttpHeaders.CONNECTION;

import io.vertx.core.http.HttpServerRequest;

/** The answer after which a connection ends. */
final class LastAnswer {

  private LastAnswer() {}

  /** Makes the answer to come this one, unless somebody has said so already. */
  static void on(HttpServerRequest request) {
    var response = request.response();
    if (!response.ended() && !response.closed() && !response.headers().contains(CONNECTION)) {
      response.putHeader(CONNECTION, CLOSE).endHandler(end -> request.connection().close());
    }
  }
}
