package dev.latchkey.ui.registry;

import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The columns {@code logo} and {@code logo_id} of the {@code client} table. They are not in its
 * mapping: a logo is large, and nobody who asks for a client wants it.
 */
@ApplicationScoped
public class RegisteredLogos {

  private static final String IDS =
      "select distinct logo_id from registry.client where logo is not null and logo_id is not null";

  /** Two clients may have the same one. */
  private static final String LOGO =
      "select logo from registry.client where logo_id = $1 and logo is not null limit 1";

  private final SqlGate sql;
  private final Pool pool;

  RegisteredLogos(SqlGate sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** What all logos there are are named by. */
  public Uni<Set<String>> ids() {
    return sql.statement(() -> pool.preparedQuery(IDS).execute())
        .map(
            rows -> {
              var ids = new HashSet<String>();
              rows.forEach(row -> ids.add(row.getString(0)));
              return ids;
            });
  }

  /** The data URI; empty if no client has it. */
  public Uni<Optional<String>> find(String id) {
    return sql.statement(() -> pool.preparedQuery(LOGO).execute(Tuple.of(id)))
        .map(
            rows -> {
              var found = rows.iterator();
              return found.hasNext() ? Optional.of(found.next().getString(0)) : Optional.empty();
            });
  }
}
