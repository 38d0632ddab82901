package dev.latchkey.ui.decide;

import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import java.util.Optional;

/** How far a session has come towards approving one grant. */
public sealed interface Progress {

  /** Nobody is signed in, or the account was disabled since. */
  enum Nobody implements Progress {
    NOBODY
  }

  /** Signed in; has not agreed to this before. */
  record Known(Account account, SignedIn person) implements Progress {}

  /** Signed in, and has agreed to the same before. */
  record Agreed(Account account, SignedIn person) implements Progress {}

  /** The account that is signed in. */
  default Optional<Account> signedIn() {
    return switch (this) {
      case Nobody.NOBODY -> Optional.empty();
      case Known known -> Optional.of(known.account());
      case Agreed agreed -> Optional.of(agreed.account());
    };
  }
}
