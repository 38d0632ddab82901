package dev.latchkey.token.client;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The registry's tables, one row at a time. */
@ApplicationScoped
class RegistryRows {

  private final ClientRows clients;
  private final ApiRows apis;

  RegistryRows(ClientRows clients, ApiRows apis) {
    this.clients = clients;
    this.apis = apis;
  }

  @WithSession
  Uni<Optional<Client>> client(String id) {
    return clients
        .findById(id)
        .map(row -> row == null ? Optional.empty() : Optional.of(row.toClient()));
  }

  @WithSession
  Uni<Optional<Api>> api(String identifier) {
    return apis.findById(identifier)
        .map(row -> row == null ? Optional.empty() : Optional.of(row.toApi()));
  }

  @ApplicationScoped
  static class ClientRows implements PanacheRepositoryBase<ClientRow, String> {}

  @ApplicationScoped
  static class ApiRows implements PanacheRepositoryBase<ApiRow, String> {}
}
