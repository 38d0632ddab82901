package dev.latchkey.oauth.error;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Builds refusals: status, body and the headers that each of them has. */
public final class ErrorAnswers {

  /** How long a client should leave us alone at least when a store is away. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** Whoever is refused at the same time does not come back at the same time. */
  private static final int SPREAD_SECONDS = 5;

  /** For what an operator has switched off, which takes minutes at least; up to as much again. */
  private static final int SWITCHED_OFF_SECONDS = 30;

  static final String BUSY = "The service is busy or restarting; try again shortly";

  private ErrorAnswers() {}

  public static RestResponse<ErrorBody> of(OAuthError error, String description) {
    return of(error.status(), new ErrorBody(error, description)).build();
  }

  /**
   * A refusal whose status is not the code's own, to be completed by the caller.
   *
   * @param body an {@link ErrorBody}, or one that has its members and others
   */
  public static <T> ResponseBuilder<T> of(int status, T body) {
    var answer =
        ResponseBuilder.<T>create(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    NoStore.HEADERS.forEach(answer::header);
    return answer;
  }

  /** A refusal that HTTP has a status for and OAuth no code, to be completed by the caller. */
  public static ResponseBuilder<ErrorBody> http(int status) {
    return of(status, new ErrorBody(OAuthError.INVALID_REQUEST, sentence(status)));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address";
      case 405 -> "This address does not take that method";
      case 406 -> "This endpoint answers application/json";
      case 413 -> "The request is too large";
      case 415 -> "Send the parameters as application/x-www-form-urlencoded";
      default -> "The request could not be read";
    };
  }

  /** 503: nothing has been decided, come again, though not all at the same moment. */
  public static RestResponse<ErrorBody> unavailable(OAuthError error, String description) {
    return of(503, new ErrorBody(error, description))
        .header(HttpHeaders.RETRY_AFTER, retryAfter())
        .build();
  }

  /**
   * 503: an operator has switched it off for now; nothing has been decided. Whoever is refused so
   * comes less often than usual, and when it is released not all at once.
   */
  public static RestResponse<ErrorBody> switchedOff(OAuthError error) {
    var seconds = SWITCHED_OFF_SECONDS + ThreadLocalRandom.current().nextInt(SWITCHED_OFF_SECONDS);
    var description =
        "Switched off for now; keep what you have, and try again after the time of Retry-After";
    return of(503, new ErrorBody(error, description))
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  /** The {@code Retry-After} of every 503 but those of what is switched off: 5 to 9 s, drawn. */
  public static String retryAfter() {
    return Long.toString(spreadSeconds(RETRY_AFTER));
  }

  /** Whole seconds, rounded up, and at random up to four more. */
  private static long spreadSeconds(Duration retryAfter) {
    return Math.ceilDiv(retryAfter.toMillis(), 1_000)
        + ThreadLocalRandom.current().nextInt(SPREAD_SECONDS);
  }

  /** 429 (RFC 6585 section 4): a limit is reached, and nothing has been decided. */
  public static RestResponse<ErrorBody> tooMany(
      OAuthError error, String description, Duration retryAfter) {
    return of(429, new ErrorBody(error, description))
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, spreadSeconds(retryAfter)))
        .build();
  }
}
