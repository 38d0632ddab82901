package dev.latchkey.token.device;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements of a refresh, which is what a linked device costs for years: one round trip each.
 */
@ApplicationScoped
class FamilyStatements {

  private static final String FIND =
      "select "
          + DeviceColumns.LINKED
          + ", secret_kid, generation, current_used, late_replay, created_at, rotated_at,"
          + " last_seen_at, revoked_at,"
          + " clock_timestamp() as read_at from issued.linked_device where id = $1";

  private static final String CHANGE =
      "update issued.linked_device set last_address = $3, last_seen_at = clock_timestamp()";
  private static final String AS_READ = " where id = $1 and generation = $2 and revoked_at is null";

  /**
   * Does not wait for the disk, which would take as much as the rest of the statement: a crash may
   * forget the last half second of rotations, and the token that is ahead of its row is moved
   * forward (docs/adr/0006).
   */
  private static final String FORGETTABLE =
      " from (select set_config('synchronous_commit', 'off', true)) as this_transaction";

  private static final String REPLACE =
      CHANGE
          + ", rotated_at = clock_timestamp(), late_replay = false"
          + ", generation = $4, secret_kid = $5, current_used = $6"
          + FORGETTABLE
          + AS_READ;
  private static final String SERVE_LATE =
      CHANGE + ", late_replay = true" + AS_READ + " and not late_replay and not current_used";
  private static final String NOTE_CURRENT = CHANGE + ", current_used = true" + AS_READ;
  private static final String NOTE_USE = CHANGE + AS_READ;

  private final Pool pool;

  FamilyStatements(Pool pool) {
    this.pool = pool;
  }

  Future<Optional<TokenFamily>> find(UUID id) {
    return run(FIND, Tuple.of(id))
        .map(
            rows -> {
              var found = rows.iterator();
              return found.hasNext() ? Optional.of(family(found.next())) : Optional.empty();
            });
  }

  Future<Boolean> replace(TokenFamily read, RefreshToken current, boolean used, String address) {
    var values =
        asRead(read, address)
            .addLong(current.generation())
            .addString(current.secretKid())
            .addBoolean(used);
    return changed(REPLACE, values);
  }

  Future<Boolean> serveLate(TokenFamily read, String address) {
    return changed(SERVE_LATE, asRead(read, address));
  }

  Future<Boolean> noteCurrent(TokenFamily read, String address) {
    return changed(NOTE_CURRENT, asRead(read, address));
  }

  Future<Boolean> noteUse(TokenFamily read, String address) {
    return changed(NOTE_USE, asRead(read, address));
  }

  private Future<Boolean> changed(String statement, Tuple values) {
    return run(statement, values).map(rows -> rows.rowCount() == 1);
  }

  private Future<RowSet<Row>> run(String statement, Tuple values) {
    return pool.preparedQuery(statement).execute(values);
  }

  private static Tuple asRead(TokenFamily read, String address) {
    return Tuple.of(read.device().id(), read.generation(), address);
  }

  private static TokenFamily family(Row row) {
    var now = row.getOffsetDateTime("read_at");
    return new TokenFamily(
        DeviceColumns.linked(row),
        row.getString("secret_kid"),
        row.getLong("generation"),
        row.getBoolean("current_used"),
        row.getBoolean("late_replay"),
        row.getOffsetDateTime("revoked_at") != null,
        Duration.between(row.getOffsetDateTime("created_at"), now),
        Duration.between(row.getOffsetDateTime("rotated_at"), now),
        Duration.between(row.getOffsetDateTime("last_seen_at"), now));
  }
}
