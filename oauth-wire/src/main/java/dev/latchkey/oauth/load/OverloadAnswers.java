package dev.latchkey.oauth.load;

import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.RawAnswers;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * The answers to requests that are sent away: 503, nothing has been decided, come again. They are
 * made in advance, because they are given when there is no time.
 */
public final class OverloadAnswers {

  private static final Buffer UNAVAILABLE =
      RawAnswers.body(
          OAuthError.TEMPORARILY_UNAVAILABLE,
          "The service is busy; try again after the time of Retry-After");

  private static final Buffer SLOW_DOWN =
      RawAnswers.body(OAuthError.SLOW_DOWN, "The service is busy; go on polling, more slowly");

  private OverloadAnswers() {}

  /** To any request but the one below. */
  public static void unavailable(HttpServerResponse response) {
    end(response, UNAVAILABLE);
  }

  /**
   * To a poll with a device code: RFC 8628 section 3.5 makes clients stop at any error they do not
   * know.
   */
  public static void slowDown(HttpServerResponse response) {
    end(response, SLOW_DOWN);
  }

  private static void end(HttpServerResponse response, Buffer body) {
    response.setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, ErrorAnswers.retryAfter());
    RawAnswers.end(response, body);
  }
}
