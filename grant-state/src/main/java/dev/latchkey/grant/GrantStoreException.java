package dev.latchkey.grant;

/**
 * The shared state, of grants and of what is beside them, did not answer, or not in time. Never a
 * refusal and never a permission: callers answer 503 and nothing has been decided by it.
 */
public final class GrantStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public GrantStoreException(Throwable cause) {
    super("the shared state did not answer", cause);
  }
}
