package dev.latchkey.ui.entry;

import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.page.FormFields;
import java.time.Duration;
import java.time.Instant;

/** Whose page it is: a person who is signed in, to an account that may be. */
public record Owner(BrowserSession session, SignedIn person, Account account) {

  /** A browser that was left open is not the person any more after that. */
  private static final Duration RECENTLY = Duration.ofMinutes(10);

  public String subject() {
    return account.subject();
  }

  /** What a form of theirs carries unseen. */
  public FormFields form() {
    return FormFields.of(session.csrfToken());
  }

  /** Whether the sign-in is recent enough to add another way to sign in. */
  public boolean isFresh() {
    return person.authTime().isAfter(Instant.now().minus(RECENTLY));
  }

  /** Whether they signed in here, and not at a provider. */
  public boolean local() {
    return person.upstream().isEmpty();
  }
}
