package dev.latchkey.ui.decide;

import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.consent.Agreement;
import dev.latchkey.ui.policy.Obstacle;
import java.util.Optional;

/** How far a session has come towards approving one grant. */
public sealed interface Progress {

  /** Nobody is signed in, or the account was disabled since. */
  enum Nobody implements Progress {
    NOBODY
  }

  /**
   * This person, or anybody from here, cannot approve it.
   *
   * @param account who is signed in; empty if the obstacle is the same for all
   */
  record Barred(Obstacle obstacle, Optional<Account> account) implements Progress {}

  /** Signed in, but longer ago or in another way than the device asked for. */
  record Stale(Account account) implements Progress {}

  /** Signed in; has not agreed to this before. */
  record Known(Account account, SignedIn person) implements Progress {}

  /** Signed in, and need not be asked to agree. */
  record Agreed(Account account, SignedIn person, Agreement agreement) implements Progress {}

  /** The account that is signed in. */
  default Optional<Account> signedIn() {
    return switch (this) {
      case Nobody.NOBODY -> Optional.empty();
      case Barred barred -> barred.account();
      case Stale stale -> Optional.of(stale.account());
      case Known known -> Optional.of(known.account());
      case Agreed agreed -> Optional.of(agreed.account());
    };
  }
}
