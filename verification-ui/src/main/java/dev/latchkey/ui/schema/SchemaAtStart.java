package dev.latchkey.ui.schema;

import dev.latchkey.oauth.schema.Schema;
import dev.latchkey.oauth.schema.SchemaConfig;
import dev.latchkey.oauth.schema.SchemaStart;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/** Sees to the tables, before all others that start. */
@ApplicationScoped
class SchemaAtStart {

  private static final int FIRST = -1;

  void start(
      @Observes @Priority(FIRST) StartupEvent event,
      Flyway flyway,
      Pool pool,
      SchemaConfig config) {
    new SchemaStart(new Schema(flyway, pool), config).run();
  }
}
