package dev.latchkey.oauth.store;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a failure of PostgreSQL means. */
public final class SqlFailure {

  /**
   * Classes of SQLSTATE that pass: connection, transaction state (a standby refuses to write),
   * authorization, serialization, resources, locks, operator intervention, system error.
   */
  private static final Set<String> PASSING = Set.of("08", "25", "28", "40", "53", "55", "57", "58");

  /** Another request inserted the row first: who comes again finds it. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** A prepared statement that a migration has outdated, or a pooler has lost: prepared again. */
  private static final Set<String> STALE_STATEMENTS = Set.of("0A000", "26000");

  private static final String UNDEFINED_TABLE = "42P01";

  private static final int DEEPEST = 20;

  private SqlFailure() {}

  /** Whether a table or schema is not there: the service that owns it has never been started. */
  public static boolean isOfMissingTable(Throwable failure) {
    return failure instanceof DatabaseException e && UNDEFINED_TABLE.equals(e.getSqlState());
  }

  /** Whether the same work may succeed later: PostgreSQL is away, and it is no mistake of ours. */
  static boolean passes(Throwable failure) {
    var cause = failure;
    for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
      switch (cause) {
        case DatabaseException e -> {
          return passes(e.getSqlState());
        }
        case SQLException e -> {
          return passes(e.getSQLState());
        }
        case StoreUnavailableException e -> {
          return true;
        }
        case VertxException e -> {
          return true;
        }
        case NoStackTraceThrowable e -> {
          return true;
        }
        case IOException e -> {
          return true;
        }
        case TimeoutException e -> {
          return true;
        }
        default -> cause = cause.getCause();
      }
    }
    return false;
  }

  private static boolean passes(@Nullable String state) {
    return state == null
        || state.length() < 2
        || state.equals(UNIQUE_VIOLATION)
        || STALE_STATEMENTS.contains(state)
        || PASSING.contains(state.substring(0, 2));
  }
}
