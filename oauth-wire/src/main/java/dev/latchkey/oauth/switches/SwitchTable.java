package dev.latchkey.oauth.switches;

import dev.latchkey.oauth.store.SqlFailure;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.switches.KillSwitch.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.Set;

/**
 * The table {@code registry.kill_switch}, which device-authz-service owns; read-only here. It is
 * off what is in there, by whomever.
 */
@ApplicationScoped
class SwitchTable {

  private static final String ALL = "select distinct kind, name from registry.kill_switch";

  private final Instance<Pool> pool;
  private final SqlGate sql;

  SwitchTable(Instance<Pool> pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /**
   * All of them as of now; none while device-authz-service has not made the table yet, nor in a
   * process that is built without PostgreSQL. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   */
  Uni<Set<KillSwitch>> read() {
    if (pool.isUnsatisfied()) {
      return Uni.createFrom().item(Set.of());
    }
    return sql.statement(() -> pool.get().preparedQuery(ALL).execute())
        .map(SwitchTable::switches)
        .onFailure(SqlFailure::isOfMissingTable)
        .recoverWithItem(Set.of());
  }

  private static Set<KillSwitch> switches(RowSet<Row> rows) {
    var switches = new HashSet<KillSwitch>();
    for (var row : rows) {
      var name = row.getString("name");
      Kind.of(row.getString("kind")).ifPresent(kind -> switches.add(new KillSwitch(kind, name)));
    }
    return switches;
  }
}
