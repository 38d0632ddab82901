package dev.latchkey.ui.consent;

import dev.latchkey.grant.GrantView;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out how far a session has come. Asks PostgreSQL only if somebody is signed in. */
@ApplicationScoped
public class Standings {

  private final Accounts accounts;
  private final Consents consents;

  Standings(Accounts accounts, Consents consents) {
    this.accounts = accounts;
    this.consents = consents;
  }

  public Uni<Standing> of(BrowserSession session, GrantView view) {
    return session.person().map(person -> of(person, view)).orElseGet(Standings::nobody);
  }

  private Uni<Standing> of(SignedIn person, GrantView view) {
    return accounts
        .active(person)
        .flatMap(
            found -> found.map(account -> of(account, person, view)).orElseGet(Standings::nobody));
  }

  private Uni<Standing> of(Account account, SignedIn person, GrantView view) {
    return consents
        .cover(account.id(), view)
        .map(
            agreed ->
                agreed
                    ? new Standing.Agreed(account, person)
                    : new Standing.Known(account, person));
  }

  private static Uni<Standing> nobody() {
    return Uni.createFrom().item(Standing.Nobody.NOBODY);
  }
}
