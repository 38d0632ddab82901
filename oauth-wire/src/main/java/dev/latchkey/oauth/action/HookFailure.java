package dev.latchkey.oauth.action;

import org.jspecify.annotations.Nullable;

/** A hook has not answered, or not in a way that is understood. For the log, in words. */
final class HookFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HookFailure(String message) {
    this(message, null);
  }

  /** Without a stack trace: where it comes from says the message. */
  HookFailure(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
