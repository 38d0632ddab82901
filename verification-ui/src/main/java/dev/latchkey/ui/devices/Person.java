package dev.latchkey.ui.devices;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.page.FormFields;

/** Whoever is signed in, with an account that is in order. */
record Person(BrowserSession session, Account account) {

  FormFields form() {
    return FormFields.of(session.csrfToken());
  }

  /** Whether the password is one of ours, to be changed here. */
  boolean local() {
    return session.person().stream().allMatch(signedIn -> signedIn.upstream().isEmpty());
  }
}
