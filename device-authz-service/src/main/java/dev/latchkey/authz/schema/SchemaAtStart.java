package dev.latchkey.authz.schema;

import dev.latchkey.oauth.store.Schema;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date, before all others that start. */
@ApplicationScoped
class SchemaAtStart {

  private static final int FIRST = -1;

  void start(@Observes @Priority(FIRST) StartupEvent event, Flyway flyway, Pool pool) {
    new Schema(flyway, pool).bringUpToDate();
  }
}
