package dev.latchkey.oauth.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Why a request failed (RFC 9457 section 3). All of ours are of the type {@code about:blank}: the
 * status says what kind it is.
 *
 * @param title the status in words
 * @param detail a sentence about this very request; never a secret, never an internal
 */
@RegisterForReflection
public record Problem(
    @JsonProperty("type") String type,
    @JsonProperty("title") String title,
    @JsonProperty("status") int status,
    @JsonProperty("detail") String detail) {

  /** The content type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String detail) {
    return new Problem(
        "about:blank", HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail);
  }

  /** A problem of which only the status is known. */
  static Problem of(int status) {
    return of(
        status,
        switch (status) {
          case 404 -> "There is nothing at this address";
          case 405 -> "This address does not take that method";
          case 406 -> "This address answers application/json";
          case 413 -> "The request is too large";
          case 415 -> "Send the body as application/json";
          case 503 -> "The service is busy or restarting; try again shortly";
          default ->
              status < 500
                  ? "The request could not be read"
                  : "The server failed; the operator can tell why";
        });
  }
}
