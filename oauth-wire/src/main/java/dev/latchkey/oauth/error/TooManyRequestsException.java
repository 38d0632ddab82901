package dev.latchkey.oauth.error;

import java.time.Duration;

/** A request beyond a limit (RFC 6585 section 4). Nothing was decided by it. */
public final class TooManyRequestsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** Without a stack trace: there may be many, and each is from the same place. */
  public TooManyRequestsException(Duration retryAfter) {
    super("a limit is reached", null, false, false);
    this.retryAfter = retryAfter;
  }

  /** When it can be tried again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
