package dev.latchkey.ui.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.Administrators;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom the registry lets administer. */
@ApplicationScoped
class RegisteredAdministrators implements Administrators {

  private static final String SCOPES =
      "select scopes from registry.client where client_id = $1 and enabled";

  private static final int MOST_IN_MEMORY = 1_000;

  private final AgedCache<ClientId, Scope> scopes;

  RegisteredAdministrators(Pool pool, SqlGate sql) {
    scopes =
        new AgedCache<>(
            MOST_IN_MEMORY,
            client ->
                sql.statement(() -> pool.preparedQuery(SCOPES).execute(Tuple.of(client.value())))
                    .map(
                        rows -> {
                          var found = rows.iterator();
                          return found.hasNext()
                              ? Optional.of(Scope.stored(found.next().getString(0)))
                              : Optional.empty();
                        }));
  }

  @Override
  public Uni<Boolean> isAdministrator(ClientId client) {
    return scopes
        .fresh(client)
        .map(found -> found.filter(known -> known.contains(AdminAccess.SCOPE)).isPresent());
  }
}
