package dev.latchkey.oauth.error;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The refusals of {@link ErrorAnswers} for requests that do not get as far as a resource. */
public final class RawAnswers {

  private RawAnswers() {}

  public static void refuse(
      RoutingContext exchange, int status, OAuthError error, String description) {
    end(exchange.response().setStatusCode(status), error, description);
  }

  /** 503: nothing has been decided, come again. */
  public static void unavailable(RoutingContext exchange) {
    end(
        exchange
            .response()
            .setStatusCode(503)
            .putHeader(HttpHeaders.RETRY_AFTER, ErrorAnswers.retryAfter()),
        OAuthError.TEMPORARILY_UNAVAILABLE,
        ErrorAnswers.BUSY);
  }

  private static void end(HttpServerResponse answer, OAuthError error, String description) {
    end(answer, body(error, description));
  }

  /** Ends an answer, whose status is set, with what {@link #body} has made. */
  public static void end(HttpServerResponse answer, Buffer body) {
    NoStore.HEADERS.forEach(answer::putHeader);
    answer.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body);
  }

  /** An {@link ErrorBody} as JSON, for answers that are made in advance. */
  public static Buffer body(OAuthError error, String description) {
    return JsonObject.of("error", error.code(), "error_description", description).toBuffer();
  }
}
