package dev.latchkey.ui.page;

/** More work than we take on at once: the request is answered 503, and nothing has been decided. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException(String message, Throwable cause) {
    super(message, cause);
  }
}
