package dev.latchkey.ui.account;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.ui.account.UpstreamAccounts.Identities;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an administrator sees of accounts and does to them. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does; what was asked may then
 * have happened or not.
 */
@ApplicationScoped
public class AccountAdministration {

  private final SqlGate sql;
  private final Accounts.Rows accounts;
  private final Identities identities;

  AccountAdministration(SqlGate sql, Accounts.Rows accounts, Identities identities) {
    this.sql = sql;
    this.accounts = accounts;
    this.identities = identities;
  }

  public Uni<List<AccountRecord>> find(AccountFilter filter) {
    var values = new HashMap<String, Object>();
    var query = query(filter, values);
    return sql.call(
        () ->
            Panache.withSession(
                () ->
                    accounts
                        .find(query, Sort.by("id"), values)
                        .range(0, filter.most() - 1)
                        .list()
                        .flatMap(this::records)));
  }

  public Uni<Optional<AccountRecord>> find(UUID id) {
    return sql.call(
        () ->
            Panache.withSession(
                () ->
                    accounts
                        .list("id", id)
                        .flatMap(this::records)
                        .map(AccountAdministration::first)));
  }

  /**
   * Keeps a person out: sessions are over, nobody signs in, approvals are refused, and devices
   * refresh no more.
   *
   * @param precondition throws if the account is not what the administrator has seen
   * @return the account before; empty if there is none
   */
  public Uni<Optional<AccountRecord>> block(UUID id, Consumer<AccountRecord> precondition) {
    return change(
        id,
        precondition,
        row -> {
          if (!row.locked) {
            row.locked = true;
            // Otherwise its sessions would come back with it.
            row.generation++;
            row.updatedAt = Instant.now();
          }
        });
  }

  /** Lets a person in again, to sign in anew; devices go on. As {@link #block}. */
  public Uni<Optional<AccountRecord>> unblock(UUID id, Consumer<AccountRecord> precondition) {
    return change(
        id,
        precondition,
        row -> {
          if (row.locked) {
            row.locked = false;
            row.updatedAt = Instant.now();
          }
        });
  }

  /** Ends every session of a person; devices go on. As {@link #block}. */
  public Uni<Optional<AccountRecord>> endSessions(UUID id, Consumer<AccountRecord> precondition) {
    return change(id, precondition, row -> row.generation++);
  }

  private Uni<Optional<AccountRecord>> change(
      UUID id, Consumer<AccountRecord> precondition, Consumer<AccountRow> change) {
    return sql.call(
        () ->
            Panache.withTransaction(
                () ->
                    accounts
                        .find("id", id)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list()
                        .flatMap(
                            rows ->
                                records(rows)
                                    .map(AccountAdministration::first)
                                    .invoke(before -> before.ifPresent(precondition))
                                    .invoke(before -> rows.forEach(change)))));
  }

  private Uni<List<AccountRecord>> records(List<AccountRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var ids = rows.stream().map(row -> row.id).toList();
    return identities
        .list("account in ?1", ids)
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            identity -> identity.account,
                            Collectors.mapping(
                                identity -> identity.provider, Collectors.toList()))))
        .map(
            providers ->
                rows.stream()
                    .map(row -> record(row, providers.getOrDefault(row.id, List.of())))
                    .toList());
  }

  private static AccountRecord record(AccountRow row, List<String> providers) {
    return new AccountRecord(
        row.id,
        row.username,
        row.name,
        row.email,
        row.emailVerified,
        row.locked,
        row.disabled,
        row.declared,
        row.passwordHash != null,
        providers.stream().sorted().toList(),
        row.generation,
        row.createdAt,
        row.updatedAt);
  }

  private static Optional<AccountRecord> first(List<AccountRecord> found) {
    return found.stream().findFirst();
  }

  private static String query(AccountFilter filter, Map<String, Object> values) {
    var query = new StringBuilder("id > :after");
    values.put("after", filter.after().orElse(new UUID(0, 0)));
    filter
        .username()
        .ifPresent(
            name -> {
              query.append(" and lower(username) = :username");
              values.put("username", name.toLowerCase(Locale.ROOT));
            });
    filter
        .email()
        .ifPresent(
            email -> {
              query.append(" and lower(email) = :email");
              values.put("email", email.toLowerCase(Locale.ROOT));
            });
    filter.state().map(AccountAdministration::condition).ifPresent(query::append);
    return query.toString();
  }

  private static String condition(AccountState state) {
    return switch (state) {
      case ACTIVE -> " and not locked and not disabled";
      case BLOCKED -> " and locked and not disabled";
      case DISABLED -> " and disabled";
    };
  }
}
