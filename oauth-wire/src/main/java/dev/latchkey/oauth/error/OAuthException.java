package dev.latchkey.oauth.error;

import dev.latchkey.grant.ErrorProfile;
import org.jspecify.annotations.Nullable;

/**
 * A request we refuse.
 *
 * <p>The message is sent to the client as {@code error_description}; the cause goes to the log and
 * nowhere else.
 */
public final class OAuthException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final String description;
  private final boolean challenged;
  private final int status;

  public OAuthException(OAuthError error, String description) {
    this(error, description, false, error.status(), null);
  }

  public OAuthException(OAuthError error, String description, Throwable cause) {
    this(error, description, false, error.status(), cause);
  }

  private OAuthException(
      OAuthError error,
      String description,
      boolean challenged,
      int status,
      @Nullable Throwable cause) {
    super(description, cause);
    this.error = error;
    this.description = description;
    this.challenged = challenged;
    this.status = status;
  }

  /**
   * {@code invalid_client}; with {@code WWW-Authenticate} if the client used the Authorization
   * header (RFC 6749 section 5.2).
   */
  public static OAuthException invalidClient(String description, boolean usedHeader) {
    var error = OAuthError.INVALID_CLIENT;
    return new OAuthException(error, description, usedHeader, error.status(), null);
  }

  /** The same refusal, to a client of that profile. */
  public OAuthException shapedFor(ErrorProfile profile) {
    var shape = error.status(profile);
    return shape == status
        ? this
        : new OAuthException(error, description, challenged, shape, getCause());
  }

  public OAuthError error() {
    return error;
  }

  public String description() {
    return description;
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** Whether the answer carries a {@code WWW-Authenticate: Basic} challenge. */
  public boolean challenged() {
    return challenged;
  }
}
