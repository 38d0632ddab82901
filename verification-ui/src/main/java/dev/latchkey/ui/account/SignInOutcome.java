package dev.latchkey.ui.account;

import java.util.Optional;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** The person is who they say. */
  record Welcome(Account account) implements SignInOutcome {}

  /** For the audit log only: the person is told the same in each case. */
  record Failed(Reason reason, Optional<Account> account) implements SignInOutcome {

    /** Why. */
    public enum Reason {
      UNKNOWN_ACCOUNT,
      WRONG_PASSWORD,
      DISABLED,
      LOCKED
    }
  }
}
