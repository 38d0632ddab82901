package dev.latchkey.oauth.error;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latchkey.grant.ErrorProfile;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * The error codes we send: RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, RFC 8707
 * section 2, RFC 6750 section 3.1, RFC 9449 section 12.2. The status is that of RFC 6749; a
 * client's error profile may give it another one.
 */
@RegisterForReflection
public enum OAuthError {
  INVALID_REQUEST(400),
  INVALID_CLIENT(401),
  INVALID_GRANT(400),
  UNAUTHORIZED_CLIENT(400),
  UNSUPPORTED_GRANT_TYPE(400),
  INVALID_SCOPE(400),
  INVALID_TARGET(400),
  AUTHORIZATION_PENDING(400),
  SLOW_DOWN(400),
  ACCESS_DENIED(400),
  EXPIRED_TOKEN(400),
  INVALID_DPOP_PROOF(400),
  USE_DPOP_NONCE(400),
  INVALID_TOKEN(401),
  INSUFFICIENT_SCOPE(403),
  SERVER_ERROR(500),
  TEMPORARILY_UNAVAILABLE(503);

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  private final int status;

  OAuthError(int status) {
    this.status = status;
  }

  /** The HTTP status, unless the client's error profile gives another. */
  public int status() {
    return status;
  }

  /** The HTTP status for a client of that profile; docs/shapes.md has all of them. */
  public int status(ErrorProfile profile) {
    return switch (profile) {
      case RFC8628 -> status;
      case AUTH0 ->
          switch (this) {
            case AUTHORIZATION_PENDING,
                ACCESS_DENIED,
                EXPIRED_TOKEN,
                INVALID_GRANT,
                UNAUTHORIZED_CLIENT ->
                FORBIDDEN;
            case SLOW_DOWN -> TOO_MANY_REQUESTS;
            case INVALID_REQUEST,
                INVALID_CLIENT,
                UNSUPPORTED_GRANT_TYPE,
                INVALID_SCOPE,
                INVALID_TARGET,
                INVALID_DPOP_PROOF,
                USE_DPOP_NONCE,
                INVALID_TOKEN,
                INSUFFICIENT_SCOPE,
                SERVER_ERROR,
                TEMPORARILY_UNAVAILABLE ->
                status;
          };
    };
  }

  /** The wire form, for example {@code invalid_grant}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
