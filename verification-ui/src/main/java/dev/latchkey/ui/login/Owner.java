package dev.latchkey.ui.login;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.page.FormFields;

/** Whose page it is: a person who is signed in, to an account that may be. */
public record Owner(BrowserSession session, SignedIn person, Account account) {

  public String subject() {
    return account.subject();
  }

  /** What a form of theirs carries unseen. */
  public FormFields form() {
    return FormFields.of(session.csrfToken());
  }

  /** Whether they signed in here, and not at a provider. */
  public boolean local() {
    return person.upstream().isEmpty();
  }
}
