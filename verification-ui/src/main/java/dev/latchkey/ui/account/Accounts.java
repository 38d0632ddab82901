package dev.latchkey.ui.account;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.account.SignInOutcome.Failed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

  /**
   * The account of the person in a session; empty if it was disabled or locked since, or if its
   * sessions were ended. Asked of PostgreSQL each time, so that it holds on every pod at once.
   */
  public Uni<Optional<Account>> active(SignedIn person) {
    return row(UUID.fromString(person.subject()))
        .map(
            found ->
                found
                    .filter(AccountRow::maySignIn)
                    .filter(row -> row.generation == person.generation())
                    .map(AccountRow::toAccount));
  }

  /** Whether the account may be signed in to, by somebody who has shown that it is theirs. */
  public Uni<SignInOutcome> admit(UUID id) {
    return row(id)
        .map(
            found ->
                found
                    .map(AccountRow::admit)
                    .orElseGet(() -> new Failed(Failed.Reason.UNKNOWN_ACCOUNT, Optional.empty())));
  }

  /** Ends every session of the account, wherever it is. */
  public Uni<Void> endSessions(UUID id) {
    return sql.call(
            () ->
                Panache.withTransaction(
                    () -> rows.update("generation = generation + 1 where id = ?1", id)))
        .replaceWithVoid();
  }

  /** Sets another password and ends every session, unless the password was changed meanwhile. */
  Uni<Boolean> changePassword(AccountRow before, String hash) {
    return sql.call(
            () ->
                Panache.withTransaction(
                    () ->
                        rows.update(
                            "passwordHash = ?1, generation = generation + 1, updatedAt = ?2"
                                + " where id = ?3 and passwordHash = ?4",
                            hash,
                            Instant.now(),
                            before.id,
                            before.passwordHash)))
        .map(changed -> changed == 1);
  }

  Uni<Optional<AccountRow>> row(UUID id) {
    return sql.call(() -> Panache.withSession(() -> rows.findById(id))).map(Optional::ofNullable);
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
