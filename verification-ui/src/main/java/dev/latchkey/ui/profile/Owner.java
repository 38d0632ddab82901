package dev.latchkey.ui.profile;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;

/** Whose page it is: a person who is signed in, to an account that may be. */
record Owner(BrowserSession session, SignedIn person, Account account) {

  String subject() {
    return account.subject();
  }
}
