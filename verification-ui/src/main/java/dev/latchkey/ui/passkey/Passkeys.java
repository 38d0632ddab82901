package dev.latchkey.ui.passkey;

import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The passkeys of all accounts. An id of another account's passkey changes nothing. */
@ApplicationScoped
public class Passkeys {

  /** A person has a few devices; more are a mistake or an attack. */
  public static final int MOST = 20;

  private final SqlGate sql;
  private final Rows rows;

  Passkeys(SqlGate sql, Rows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** Oldest first. */
  public Uni<List<Passkey>> of(UUID account) {
    return sql.call(
            () -> Panache.withSession(() -> rows.list("account = ?1 order by createdAt", account)))
        .map(found -> found.stream().map(PasskeyRow::toPasskey).toList());
  }

  /** Whether there was such a passkey. */
  public Uni<Boolean> rename(UUID account, UUID id, String label) {
    return sql.call(
            () ->
                Panache.withTransaction(
                    () ->
                        rows.update(
                            "label = ?1 where id = ?2 and account = ?3", label, id, account)))
        .map(renamed -> renamed == 1);
  }

  /** Whether there was such a passkey. */
  public Uni<Boolean> remove(UUID account, UUID id) {
    return sql.call(
            () ->
                Panache.withTransaction(() -> rows.delete("id = ?1 and account = ?2", id, account)))
        .map(removed -> removed == 1);
  }

  Uni<Optional<PasskeyRow>> named(byte[] credentialId) {
    return sql.call(
            () ->
                Panache.withSession(
                    () -> rows.find("credentialId = ?1", credentialId).firstResult()))
        .map(Optional::ofNullable);
  }

  Uni<Void> add(PasskeyRow row) {
    return sql.call(() -> Panache.withTransaction(() -> rows.persist(row))).replaceWithVoid();
  }

  /**
   * Notes a sign-in. False if the count did not go up since the row was read: a clone was used at
   * the same time (WebAuthn section 6.1.1). Authenticators that do not count stay at 0.
   */
  Uni<Boolean> used(PasskeyRow row, long signCount, boolean backedUp) {
    return sql.call(
            () ->
                Panache.withTransaction(
                    () ->
                        rows.update(
                            "signCount = ?1, backedUp = ?2, usedAt = ?3 where id = ?4"
                                + " and (signCount < ?1 or (signCount = 0 and ?1 = 0))",
                            signCount,
                            backedUp,
                            Instant.now(),
                            row.id)))
        .map(changed -> changed == 1);
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<PasskeyRow, UUID> {}
}
