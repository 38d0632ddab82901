package dev.latchkey.ui.limit;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.EnteredCode;
import java.util.Optional;

/**
 * Somebody brings a code.
 *
 * @param account the one that answers for it; empty if nobody is signed in, or not any more
 * @param address where the browser is
 */
record Guess(EnteredCode code, BrowserSession session, Optional<String> account, String address) {

  boolean anonymous() {
    return account.isEmpty();
  }
}
