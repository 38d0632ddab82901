package dev.latchkey.local.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot go on. The message is for the person in front of the screen. */
final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    this(message, null);
  }

  DemoFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
