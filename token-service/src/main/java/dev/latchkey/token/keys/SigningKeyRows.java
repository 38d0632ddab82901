package dev.latchkey.token.keys;

import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The signing keys of all replicas; one replica at a time changes them. */
@ApplicationScoped
class SigningKeyRows {

  /** Until the transaction ends; any number that nobody else uses in this database. */
  private static final String LOCK = "select pg_advisory_xact_lock(" + 0x4C4B_6B65_79L + ")";

  private static final String ALL = "select " + SigningKeyRow.COLUMNS + " from issued.signing_key";

  /** Not {@code now()}, which is when the transaction began to wait for the lock. */
  private static final String CLOCK = "select clock_timestamp() as now";

  private static final String WRITE =
      "insert into issued.signing_key ("
          + SigningKeyRow.COLUMNS
          + ") values ($1, $2, $3, $4, $5, $6, $7, $8)"
          + " on conflict (kid) do update set sealed_private_key = excluded.sealed_private_key,"
          + " activates_at = excluded.activates_at, retires_at = excluded.retires_at,"
          + " gone_at = excluded.gone_at";

  private static final String DELETE = "delete from issued.signing_key where kid = any($1)";

  private final Pool pool;
  private final KeyVault vault;
  private final KeyRules rules;
  private final Vertx vertx;

  SigningKeyRows(Pool pool, KeyVault vault, SigningConfig signing, Vertx vertx) {
    this.pool = pool;
    this.vault = vault;
    this.rules = SigningSettings.rules(signing);
    this.vertx = vertx;
  }

  KeyRules rules() {
    return rules;
  }

  Future<List<SigningKeyRow>> all() {
    return all(pool);
  }

  private static Future<List<SigningKeyRow>> all(SqlClient client) {
    return client.query(ALL).execute().map(rows -> rows.stream().map(SigningKeyRow::of).toList());
  }

  /** Takes the steps that are due; the first replica to come finds no key, and makes them. */
  Future<ChangedKeys> advance() {
    return change(rules::due);
  }

  /**
   * Decides by what is there once the lock is held, at PostgreSQL's time, and does it. An exception
   * of the decision changes nothing. What is sealed under another master key is sealed again.
   */
  Future<ChangedKeys> change(KeyDecision decision) {
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .compose(held -> clock(connection))
                .compose(
                    now ->
                        all(connection).compose(rows -> change(connection, decision, rows, now))));
  }

  private static Future<Instant> clock(SqlConnection connection) {
    return connection
        .query(CLOCK)
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
  }

  private Future<ChangedKeys> change(
      SqlConnection connection, KeyDecision decision, List<SigningKeyRow> rows, Instant now) {
    var changes = decision.take(rows.stream().map(SigningKeyRow::record).toList(), now);
    var deleted = kids(changes, Delete.class);
    var kept =
        rows.stream()
            .filter(row -> !deleted.contains(row.kid()))
            .map(row -> row.after(changes))
            .toList();
    var left = kept.stream().map(row -> row.sealedAgain(vault).orElse(row)).toList();
    var resealed =
        left.stream().filter(row -> !kept.contains(row)).map(SigningKeyRow::kid).toList();
    if (changes.isEmpty() && resealed.isEmpty()) {
      return Future.succeededFuture(new ChangedKeys(left, changes, resealed, now));
    }
    return generate(changes, now)
        .map(made -> Stream.concat(left.stream(), made.stream()).toList())
        .compose(
            all ->
                write(connection, all, deleted)
                    .map(done -> new ChangedKeys(all, changes, resealed, now)));
  }

  /** All there are, as most have changed where one has: there are a handful. */
  private static Future<Void> write(
      SqlConnection connection, List<SigningKeyRow> rows, List<String> deleted) {
    return connection
        .preparedQuery(DELETE)
        .execute(Tuple.of(deleted.toArray(String[]::new)))
        .compose(
            done ->
                rows.isEmpty()
                    ? Future.succeededFuture()
                    : connection
                        .preparedQuery(WRITE)
                        .executeBatch(rows.stream().map(SigningKeyRow::values).toList())
                        .mapEmpty());
  }

  /** On a worker: an RSA key takes longer than an event loop may. */
  private Future<List<SigningKeyRow>> generate(List<KeyChange> changes, Instant now) {
    var wanted = changes.stream().filter(Create.class::isInstance).map(Create.class::cast).toList();
    return vertx.executeBlocking(
        () -> wanted.stream().map(create -> SigningKeyRow.generate(create, vault, now)).toList());
  }

  private static List<String> kids(List<KeyChange> changes, Class<? extends KeyChange> kind) {
    return changes.stream().filter(kind::isInstance).map(KeyChange::kid).toList();
  }
}
