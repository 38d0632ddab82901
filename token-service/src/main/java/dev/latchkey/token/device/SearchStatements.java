package dev.latchkey.token.device;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs the statements of a search, each one round trip. */
@ApplicationScoped
class SearchStatements {

  private static final String NOW = "select clock_timestamp() as now";
  private static final String RECORDS =
      "select " + DeviceColumns.ALL + " from issued.linked_device where id = any($1)";

  private final Pool pool;

  SearchStatements(Pool pool) {
    this.pool = pool;
  }

  Future<Instant> now() {
    return pool.query(NOW)
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
  }

  /** Looks through the next {@code rows} of the list. */
  Future<DeviceSlice> slice(DeviceList list, Optional<DevicePlace> after, int rows) {
    return run(SearchSql.slice(list, after, rows))
        .map(
            found -> {
              var matching = new ArrayList<DevicePlace>();
              var end = Optional.<DevicePlace>empty();
              for (var row : found) {
                var place = place(row);
                if (row.getBoolean("matches")) {
                  matching.add(place);
                }
                end = Optional.of(place);
              }
              return new DeviceSlice(matching, found.size() == rows ? end : Optional.empty());
            });
  }

  /** Counts the same. */
  Future<DeviceCount> count(DeviceList list, Optional<DevicePlace> after, int rows) {
    return run(SearchSql.count(list, after, rows))
        .map(
            found -> {
              var last = found.iterator();
              if (!last.hasNext()) {
                return new DeviceCount(0, Optional.empty());
              }
              var row = last.next();
              return new DeviceCount(
                  row.getLong("matching"),
                  row.getLong("examined") == rows ? Optional.of(place(row)) : Optional.empty());
            });
  }

  /** Those that there are, in no order. */
  Future<List<DeviceRecord>> records(List<UUID> ids) {
    return pool.preparedQuery(RECORDS)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(DeviceColumns::all).toList());
  }

  /** Those that were revoked by it. */
  Future<List<LinkedDevice>> revoke(List<UUID> ids, DeviceList list, Revocation reason) {
    return run(SearchSql.revoke(ids, list, reason))
        .map(rows -> rows.stream().map(DeviceColumns::linked).toList());
  }

  private Future<RowSet<Row>> run(SearchSql.Statement statement) {
    return pool.preparedQuery(statement.text()).execute(statement.values());
  }

  private static DevicePlace place(Row row) {
    return new DevicePlace(row.getTemporal("key"), row.getUUID("id"));
  }
}
