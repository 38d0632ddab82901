package dev.latchkey.token.client;

import dev.latchkey.grant.SpacedWords;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Every origin that an enabled client lists. */
  @WithSession
  Uni<Set<String>> allowedOrigins() {
    return clients
        .getSession()
        .flatMap(
            session ->
                session
                    .createSelectionQuery(
                        "select distinct allowedOrigins from ClientRow where enabled", String.class)
                    .getResultList())
        .map(
            lists ->
                lists.stream()
                    .flatMap(list -> SpacedWords.stored(list).stream())
                    .collect(Collectors.toUnmodifiableSet()));
  }

  @ApplicationScoped
  static class ClientRows implements PanacheRepositoryBase<ClientRow, String> {}

  @ApplicationScoped
  static class ApiRows implements PanacheRepositoryBase<ApiRow, String> {}
}
