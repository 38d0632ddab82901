package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.ui.brand.Picture;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The columns {@code logo} and {@code logo_id} of the {@code client} table, which
 * device-authz-service owns; read-only here.
 */
@ApplicationScoped
class LogoRows {

  /** Two clients may have the same one. */
  private static final String LOGO =
      "select logo from registry.client where logo_id = $1 and logo is not null limit 1";

  private final SqlGate sql;
  private final Pool pool;

  LogoRows(SqlGate sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** Empty if no client has it, or if it is no picture after all. */
  Uni<Optional<Picture>> find(String digest) {
    return sql.call(() -> pool.preparedQuery(LOGO).execute(Tuple.of(digest)))
        .map(
            rows -> {
              var found = rows.iterator();
              return found.hasNext()
                  ? Picture.fromDataUri(found.next().getString(0))
                  : Optional.empty();
            });
  }
}
