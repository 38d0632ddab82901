package dev.latchkey.token.account;

import dev.latchkey.oauth.client.AgedCache;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts as of at most 10 s ago. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class Accounts {

  private static final int MOST_IN_MEMORY = 50_000;

  private final AgedCache<UUID, Account> accounts;

  Accounts(AccountRows rows, SqlGate sql) {
    accounts = new AgedCache<>(MOST_IN_MEMORY, id -> sql.call(() -> rows.account(id)));
  }

  /** The account, unless it is disabled, deleted or was never ours. */
  public Uni<Optional<Account>> live(String subject) {
    UUID id;
    try {
      id = UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().item(Optional.empty());
    }
    return accounts.fresh(id).map(account -> account.filter(found -> !found.disabled()));
  }
}
