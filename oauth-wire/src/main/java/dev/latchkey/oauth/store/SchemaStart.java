package dev.latchkey.oauth.store;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What a process does about its tables before anything else of it starts. */
public final class SchemaStart {

  private static final int DONE = 0;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Schema schema;
  private final SchemaConfig config;

  public SchemaStart(Schema schema, SchemaConfig config) {
    this.schema = schema;
    this.config = config;
  }

  /**
   * Returns when the tables are as new as this build; blocks until then. A process for the tables
   * alone ends here.
   *
   * @throws org.flywaydb.core.api.FlywayException as {@link Schema#bringUpToDate()}
   */
  public void run() {
    switch (config.migrate()) {
      case AT_START -> schema.bringUpToDate();
      case NEVER -> await();
      case ONLY -> {
        schema.bringUpToDate();
        Log.info("the tables are as this build has them: done");
        // Not exit(): its hooks would wait for the end of a start that waits for us.
        Runtime.getRuntime().halt(DONE);
      }
    }
  }

  private void await() {
    if (schema.isCurrent()) {
      return;
    }
    Log.info("waiting for the tables: latchkey.schema.migrate=never, and they are older than we");
    var end = EndOfWaiting.whenTold();
    while (!schema.isCurrent()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    end.noMore();
    Log.info("the tables are there");
  }
}
