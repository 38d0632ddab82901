package dev.latchkey.ui.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Clients and APIs as they are registered now. */
@ApplicationScoped
public class Registrations {

  private final SqlGate sql;
  private final RegisteredClients clients;
  private final RegisteredApis apis;

  Registrations(SqlGate sql, RegisteredClients clients, RegisteredApis apis) {
    this.sql = sql;
    this.clients = clients;
    this.apis = apis;
  }

  /**
   * Whether the client, and the API if there is one, are registered and enabled. token-service asks
   * the same before it delivers; asked here too, so that nobody is told of a success that the
   * device never sees.
   */
  public Uni<Boolean> stand(ClientId client, @Nullable String api) {
    return sql.call(
        () ->
            Panache.withSession(
                () -> isEnabled(client).flatMap(enabled -> enabled ? isOffered(api) : no())));
  }

  private Uni<Boolean> isEnabled(ClientId client) {
    return clients.findById(client.value()).map(row -> row != null && row.enabled);
  }

  private Uni<Boolean> isOffered(@Nullable String api) {
    return api == null
        ? Uni.createFrom().item(true)
        : apis.findById(api).map(row -> row != null && row.enabled);
  }

  private static Uni<Boolean> no() {
    return Uni.createFrom().item(false);
  }
}
