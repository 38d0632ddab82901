package dev.latchkey.oauth.error;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Builds refusals: status, body and the headers that each of them has. */
public final class ErrorAnswers {

  /** How long a client should leave us alone when a store is away. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

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

  /** 503: nothing has been decided, come again. */
  public static RestResponse<ErrorBody> unavailable(OAuthError error, String description) {
    return of(503, new ErrorBody(error, description))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds())
        .build();
  }
}
