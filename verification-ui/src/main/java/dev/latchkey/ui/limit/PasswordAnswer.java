package dev.latchkey.ui.limit;

import dev.latchkey.ui.account.SignInOutcome;
import java.time.Duration;

/** What became of a password that somebody entered. */
public sealed interface PasswordAnswer {

  /** It was checked. */
  record Checked(SignInOutcome outcome) implements PasswordAnswer {}

  /** It was not, and nobody knows whether it is right, or whether there is such an account. */
  record Delayed(Duration retryAfter) implements PasswordAnswer {}
}
