package dev.latchkey.oauth.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What columns of type {@code timestamptz} say. */
public final class SqlTime {

  private SqlTime() {}

  /** The moment in that column; null if there is none. */
  public static @Nullable Instant moment(Row row, String column) {
    var time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
