package dev.latchkey.oauth.schema;

import dev.latchkey.oauth.store.SqlFailure;
import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;

/**
 * The tables of a service, as its build has them. Nearly every start finds them made: it asks for
 * Flyway's history with one query, and leaves Flyway, with a driver and connections of its own, for
 * when there is something to do. Whatever is not plainly in order is Flyway's to judge, which waits
 * for PostgreSQL and lets one pod do the work.
 */
public final class Schema {

  private static final int PATIENCE_SECONDS = 3;

  /** How the tables are to this build. */
  sealed interface State {

    enum Read implements State {
      /** As new as this build, or newer. */
      CURRENT,
      /** Older, or not there at all. */
      OLDER
    }

    /** Nobody knows: PostgreSQL is away, does not let us in, or does not let us look. */
    record Unreadable(Throwable cause) implements State {}
  }

  private final Flyway flyway;
  private final Configuration settings;
  private final Pool pool;

  public Schema(Flyway flyway, Pool pool) {
    this.flyway = flyway;
    this.settings = flyway.getConfiguration();
    this.pool = pool;
  }

  /**
   * Returns when the tables are there; blocks until then. One that a newer build has changed since
   * is as good.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails, did fail, or is not what it
   *     was when it was done, and if PostgreSQL does not come
   */
  public void bringUpToDate() {
    var state = state();
    if (state instanceof State.Unreadable(var cause)) {
      Log.debugf(cause, "the history of the schema cannot be read");
    }
    if (state != State.Read.CURRENT) {
      flyway.migrate();
    }
  }

  /** How the tables are, as far as can be seen: needs only to read their history. */
  State state() {
    var files = settings.getResourceProvider();
    if (files == null || !find(files, settings.getRepeatableSqlMigrationPrefix()).isEmpty()) {
      return State.Read.OLDER;
    }
    var migrations = find(files, settings.getSqlMigrationPrefix());
    try {
      return !migrations.isEmpty() && done().entrySet().containsAll(migrations.entrySet())
          ? State.Read.CURRENT
          : State.Read.OLDER;
    } catch (ExecutionException e) {
      var cause = Objects.requireNonNullElse(e.getCause(), e);
      return SqlFailure.isOfMissingTable(cause) ? State.Read.OLDER : new State.Unreadable(cause);
    } catch (TimeoutException e) {
      return new State.Unreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Versions, each with the checksum that Flyway gives its file. */
  private Map<String, Integer> find(ResourceProvider files, String prefix) {
    var found = new HashMap<String, Integer>();
    for (LoadableResource file : files.getResources(prefix, settings.getSqlMigrationSuffixes())) {
      var name = file.getFilename();
      var end = name.indexOf(settings.getSqlMigrationSeparator());
      found.put(
          name.substring(prefix.length(), Math.max(end, prefix.length())),
          ChecksumCalculator.calculate(file));
    }
    return found;
  }

  /** Likewise; nothing if one failed. */
  private Map<String, Integer> done()
      throws ExecutionException, TimeoutException, InterruptedException {
    var rows =
        pool.query(
                "select version, checksum, success from \"%s\".\"%s\" where version is not null"
                    .formatted(settings.getSchemas()[0], settings.getTable()))
            .execute()
            .toCompletionStage()
            .toCompletableFuture()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    var done = new HashMap<String, Integer>();
    for (Row row : rows) {
      if (!row.getBoolean("success")) {
        return Map.of();
      }
      done.put(row.getString("version"), Objects.requireNonNullElse(row.getInteger("checksum"), 0));
    }
    return done;
  }
}
