package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.ui.brand.Picture;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The column {@code logo} of the {@code client} table, which device-authz-service owns; read-only
 * here. By SQL, because only PostgreSQL should have all logos in hand to find one by its digest.
 */
@ApplicationScoped
class LogoRows {

  /** The digest as {@code NewGrant.clientLogo} has it: 22 characters of base64url(SHA-256). */
  private static final String DIGEST =
      "left(translate(encode(sha256(convert_to(logo, 'UTF8')), 'base64'), '+/', '-_'), 22)";

  private static final String CLIENTS =
      "select client_id, " + DIGEST + " from registry.client where logo is not null";

  /** With the digest once more: the client may have changed its logo since. */
  private static final String LOGO =
      "select logo from registry.client where client_id = $1 and " + DIGEST + " = $2";

  private final SqlGate sql;
  private final Pool pool;

  LogoRows(SqlGate sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** Which client has the logo of which digest. */
  Uni<Map<String, String>> clients() {
    return sql.call(() -> pool.query(CLIENTS).execute())
        .map(
            rows -> {
              var clients = new HashMap<String, String>();
              rows.forEach(row -> clients.put(row.getString(1), row.getString(0)));
              return Map.copyOf(clients);
            });
  }

  /** Empty if it is gone, or is no picture after all. */
  Uni<Optional<Picture>> logo(String client, String digest) {
    return sql.call(() -> pool.preparedQuery(LOGO).execute(Tuple.of(client, digest)))
        .map(
            rows -> {
              var found = rows.iterator();
              return found.hasNext()
                  ? Picture.fromDataUri(found.next().getString(0))
                  : Optional.empty();
            });
  }
}
