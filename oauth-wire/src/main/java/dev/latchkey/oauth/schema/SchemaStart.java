package dev.latchkey.oauth.schema;

import dev.latchkey.oauth.schema.Schema.State;
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
    var state = schema.state();
    if (state == State.Read.CURRENT) {
      return;
    }
    var end = EndOfWaiting.whenTold();
    for (var said = ""; state != State.Read.CURRENT; state = schema.state()) {
      var why = why(state);
      if (!why.equals(said)) {
        say(why, state);
        said = why;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    end.noMore();
    Log.info("the tables are there");
  }

  private static void say(String why, State state) {
    if (state instanceof State.Unreadable) {
      Log.warn(why);
    } else {
      Log.info(why);
    }
  }

  /** What keeps us, in the words of docs/kubernetes.md; for operators, who see no debug lines. */
  static String why(State state) {
    return "waiting for the tables: "
        + switch (state) {
          case State.Read.CURRENT -> "nothing is missing";
          case State.Read.OLDER -> "latchkey.schema.migrate=never, and they are older than we";
          case State.Unreadable(var cause) -> "their history cannot be read: " + cause;
        };
  }
}
