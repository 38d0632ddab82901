package dev.latchkey.token.account;

import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
  private final UpstreamConfig upstream;

  Accounts(AccountStatements statements, SqlGate sql, UpstreamConfig upstream) {
    this.accounts = new AgedCache<>(MOST_IN_MEMORY, id -> sql.statement(() -> statements.find(id)));
    this.upstream = upstream;
  }

  /** The account, unless it is disabled, locked, deleted or was never ours. */
  public Uni<Optional<Account>> live(String subject) {
    UUID id;
    try {
      id = UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      return Uni.createFrom().item(Optional.empty());
    }
    return accounts.fresh(id).map(account -> account.filter(Account::isLive));
  }

  /**
   * Whether somebody still vouches for the person: always so for a local account, and for one of
   * upstream providers if the person signed in at one of them recently enough.
   */
  public boolean isVouchedFor(Account account, Instant now) {
    return account.upstream().isEmpty()
        || account.upstream().stream()
            .anyMatch(signIn -> now.isBefore(signIn.at().plus(maxRefreshAge(signIn.provider()))));
  }

  private Duration maxRefreshAge(String provider) {
    return Optional.ofNullable(upstream.providers().get(provider))
        .flatMap(UpstreamConfig.Provider::maxRefreshAge)
        .orElseGet(upstream::maxRefreshAge);
  }
}
