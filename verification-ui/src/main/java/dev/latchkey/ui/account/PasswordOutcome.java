package dev.latchkey.ui.account;

/** What became of an attempt to change a password. */
public sealed interface PasswordOutcome {

  /** It is another one now, and every session is over; the account as it is since. */
  record Changed(Account account) implements PasswordOutcome {}

  /** The current one is wrong, or the account may not sign in any more. */
  record NotTheirs(SignInOutcome.Failed why) implements PasswordOutcome {}
}
