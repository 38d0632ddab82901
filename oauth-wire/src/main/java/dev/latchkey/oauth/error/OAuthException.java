package dev.latchkey.oauth.error;

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

  public OAuthException(OAuthError error, String description) {
    this(error, description, false, null);
  }

  public OAuthException(OAuthError error, String description, Throwable cause) {
    this(error, description, false, cause);
  }

  private OAuthException(
      OAuthError error, String description, boolean challenged, @Nullable Throwable cause) {
    super(description, cause);
    this.error = error;
    this.description = description;
    this.challenged = challenged;
  }

  /**
   * {@code invalid_client}; with {@code WWW-Authenticate} if the client used the Authorization
   * header (RFC 6749 section 5.2).
   */
  public static OAuthException invalidClient(String description, boolean usedHeader) {
    return new OAuthException(OAuthError.INVALID_CLIENT, description, usedHeader, null);
  }

  public OAuthError error() {
    return error;
  }

  public String description() {
    return description;
  }

  /** Whether the answer carries a {@code WWW-Authenticate: Basic} challenge. */
  public boolean challenged() {
    return challenged;
  }
}
