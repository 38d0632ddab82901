package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Clients and APIs as of a moment ago. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class Clients {

  private static final int MOST_IN_MEMORY = 10_000;

  private final AgedCache<ClientId, Client> clients;
  private final AgedCache<String, Api> apis;

  Clients(RegistryStatements statements, SqlGate sql) {
    clients =
        new AgedCache<>(MOST_IN_MEMORY, id -> sql.statement(() -> statements.client(id.value())));
    apis = new AgedCache<>(MOST_IN_MEMORY, id -> sql.statement(() -> statements.api(id)));
  }

  /** For what issues tokens: the client as of at most 10 s ago, stopped ones included. */
  public Uni<Optional<Client>> fresh(ClientId id) {
    return clients.fresh(id);
  }

  /** For a pending poll, which decides nothing: up to 15 minutes old if PostgreSQL is away. */
  public Uni<Optional<Client>> tolerant(ClientId id) {
    return clients.tolerant(id);
  }

  /** The API as of at most 10 s ago, unless it is withdrawn. */
  public Uni<Optional<Api>> api(String identifier) {
    return apis.fresh(identifier).map(api -> api.filter(Api::enabled));
  }
}
