package dev.latchkey.local;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Answers 503 for a service that cannot be reached, or that left without an answer. */
record WhenAway(Absence absence) implements ProxyInterceptor {

  private static final String RETRY_AFTER_SECONDS = "5";

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    return context
        .sendRequest()
        .recover(
            away ->
                Future.succeededFuture(
                    context
                        .request()
                        .release()
                        .response()
                        .setStatusCode(503)
                        .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                        .putHeader("Cache-Control", "no-store")
                        .putHeader("Pragma", "no-cache")
                        .putHeader("Content-Type", absence.contentType())
                        .setBody(Body.body(Buffer.buffer(absence.body())))));
  }
}
