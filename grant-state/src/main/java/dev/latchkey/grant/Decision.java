package dev.latchkey.grant;

import org.jspecify.annotations.Nullable;

/** What the person said. */
public sealed interface Decision {

  /** Let the device in. */
  record Approve(Approval approval) implements Decision {}

  /**
   * Do not let the device in.
   *
   * @param subject who said so, if signed in; denying needs no account
   */
  record Deny(@Nullable String subject) implements Decision {}
}
