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
      LOCKED,
      UNKNOWN_PASSKEY,
      /** Only a provider vouches for the person, so the way in leads by it. */
      NOT_LOCAL,
      /** Its time is over, it was used before, or it is not this session's. */
      CHALLENGE_OVER,
      /** What the passkey signed is not what this site asked of it. */
      PASSKEY_INVALID,
      /** Its count went back: there are two of it. */
      PASSKEY_CLONED
    }
  }
}
