package dev.latchkey.oauth.store;

/**
 * What a decision needs could not be had: PostgreSQL, or the server with a client's keys, did not
 * answer, or not in time, or too many wait for it. Never a refusal and never a permission: the
 * request is answered 503.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message) {
    super(message);
  }

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
