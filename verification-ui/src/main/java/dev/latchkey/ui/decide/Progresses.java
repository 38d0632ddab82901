package dev.latchkey.ui.decide;

import dev.latchkey.grant.GrantView;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.consent.Consents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out how far a session has come. Asks PostgreSQL only if somebody is signed in. */
@ApplicationScoped
public class Progresses {

  private final Accounts accounts;
  private final Consents consents;

  Progresses(Accounts accounts, Consents consents) {
    this.accounts = accounts;
    this.consents = consents;
  }

  public Uni<Progress> of(BrowserSession session, GrantView view) {
    return session.person().map(person -> of(person, view)).orElseGet(Progresses::nobody);
  }

  private Uni<Progress> of(SignedIn person, GrantView view) {
    return accounts
        .active(person.subject())
        .flatMap(
            found -> found.map(account -> of(account, person, view)).orElseGet(Progresses::nobody));
  }

  private Uni<Progress> of(Account account, SignedIn person, GrantView view) {
    return consents
        .cover(account.id(), view)
        .map(
            agreed ->
                agreed
                    ? new Progress.Agreed(account, person)
                    : new Progress.Known(account, person));
  }

  private static Uni<Progress> nobody() {
    return Uni.createFrom().item(Progress.Nobody.NOBODY);
  }
}
