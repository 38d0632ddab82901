package dev.latchkey.local;

import org.jspecify.annotations.Nullable;

/** A part could not be started. The message says which, and shows the end of its log. */
public final class PartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
