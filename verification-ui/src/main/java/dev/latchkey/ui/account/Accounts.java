package dev.latchkey.ui.account;

import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The local accounts. Names of accounts compare without case. */
@ApplicationScoped
public class Accounts {

  private final SqlGate sql;
  private final Rows rows;

  Accounts(SqlGate sql, Rows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** The account of a session's subject; empty if it was disabled or locked since. */
  public Uni<Optional<Account>> active(String subject) {
    return sql.call(() -> Panache.withSession(() -> rows.findById(UUID.fromString(subject))))
        .map(
            row ->
                Optional.ofNullable(row).filter(AccountRow::maySignIn).map(AccountRow::toAccount));
  }

  /** What a sign-in under that name is checked against. */
  Uni<Optional<AccountRow>> named(String username) {
    return sql.call(() -> Panache.withSession(() -> rows.named(username)))
        .map(Optional::ofNullable);
  }

  Uni<List<AccountRow>> all() {
    return sql.call(() -> Panache.withSession(rows::listAll));
  }

  /** Creates the account of that name, or changes it. */
  Uni<Void> put(String username, Consumer<AccountRow> change) {
    return sql.call(
        () ->
            Panache.withTransaction(
                () ->
                    rows.named(username)
                        .flatMap(row -> row == null ? rows.create(username) : only(row))
                        .invoke(change)
                        .replaceWithVoid()));
  }

  private static <T> Uni<T> only(T item) {
    return Uni.createFrom().item(item);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<AccountRow, UUID> {

    Uni<AccountRow> named(String username) {
      return find("lower(username) = ?1", username.toLowerCase(Locale.ROOT)).firstResult();
    }

    Uni<AccountRow> create(String username) {
      var row = new AccountRow();
      row.id = UUID.randomUUID();
      row.username = username;
      return persist(row);
    }
  }
}
