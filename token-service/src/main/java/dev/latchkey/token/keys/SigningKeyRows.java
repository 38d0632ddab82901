package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.AdvisoryLock;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.mint.TokenConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The signing keys of all replicas; one replica at a time changes them. */
@ApplicationScoped
class SigningKeyRows implements PanacheRepositoryBase<SigningKeyRow, String> {

  private static final AdvisoryLock LOCK = new AdvisoryLock(0x4C4B_6B65_79L);

  private final KeyVault vault;
  private final KeyRules rules;
  private final Vertx vertx;

  SigningKeyRows(KeyVault vault, SigningConfig signing, TokenConfig tokens, Vertx vertx) {
    this.vault = vault;
    this.rules = SigningSettings.rules(signing, tokens);
    this.vertx = vertx;
  }

  KeyRules rules() {
    return rules;
  }

  @WithSession
  Uni<List<SigningKeyRow>> all() {
    return listAll();
  }

  /** Takes the steps that are due; the first replica to come finds no key, and makes them. */
  Uni<ChangedKeys> advance() {
    return change(rules::due);
  }

  /**
   * Decides by what is there once the lock is held, at PostgreSQL's time, and does it. An exception
   * of the decision changes nothing. What is sealed under another master key is sealed again.
   */
  @WithTransaction
  Uni<ChangedKeys> change(KeyDecision decision) {
    return Panache.getSession()
        .flatMap(session -> LOCK.hold(session).flatMap(locked -> clock(session)))
        .flatMap(now -> listAll().flatMap(rows -> apply(decision, rows, now)));
  }

  /** Not {@code now()}, which is when the transaction began to wait for the lock. */
  private static Uni<Instant> clock(Mutiny.Session session) {
    return session.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }

  private Uni<ChangedKeys> apply(KeyDecision decision, List<SigningKeyRow> rows, Instant now) {
    var changes = decision.take(rows.stream().map(SigningKeyRow::record).toList(), now);
    var deleted = kids(changes, Delete.class);
    var kept = rows.stream().filter(row -> !deleted.contains(row.kid)).toList();
    kept.forEach(row -> changes.forEach(row::apply));
    var resealed = kept.stream().filter(row -> row.sealAgain(vault)).map(row -> row.kid).toList();
    return delete(deleted)
        .flatMap(done -> generate(changes, now))
        .map(
            made ->
                new ChangedKeys(
                    Stream.concat(kept.stream(), made.stream()).toList(), changes, resealed, now));
  }

  private Uni<Long> delete(List<String> kids) {
    return kids.isEmpty() ? Uni.createFrom().item(0L) : delete("kid in ?1", kids);
  }

  /** On a worker: an RSA key takes longer than an event loop may. */
  private Uni<List<SigningKeyRow>> generate(List<KeyChange> changes, Instant now) {
    var wanted = changes.stream().filter(Create.class::isInstance).map(Create.class::cast).toList();
    if (wanted.isEmpty()) {
      // Panache cannot persist nothing.
      return Uni.createFrom().item(List.of());
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                vertx
                    .executeBlocking(
                        () ->
                            wanted.stream()
                                .map(create -> SigningKeyRow.generate(create, vault, now))
                                .toList())
                    .toCompletionStage())
        .flatMap(made -> persist(made).replaceWith(made));
  }

  private static List<String> kids(List<KeyChange> changes, Class<? extends KeyChange> kind) {
    return changes.stream().filter(kind::isInstance).map(KeyChange::kid).toList();
  }
}
