package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What is registered, as of at most 10 s ago. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class Registry {

  private static final int MOST_IN_MEMORY = 10_000;

  private final AgedCache<ClientId, Client> clients;
  private final AgedCache<String, Api> apis;

  Registry(RegistryRows rows, SqlGate sql) {
    clients = new AgedCache<>(MOST_IN_MEMORY, id -> sql.call(() -> rows.client(id.value())));
    apis = new AgedCache<>(MOST_IN_MEMORY, id -> sql.call(() -> rows.api(id)));
  }

  /** The client of that id, stopped ones included. */
  public Uni<Optional<Client>> client(ClientId id) {
    return clients.fresh(id);
  }

  /** The API of that identifier, unless it is withdrawn. */
  public Uni<Optional<Api>> api(String identifier) {
    return apis.fresh(identifier).map(api -> api.filter(Api::enabled));
  }
}
