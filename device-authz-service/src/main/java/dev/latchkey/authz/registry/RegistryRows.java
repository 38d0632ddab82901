package dev.latchkey.authz.registry;

import dev.latchkey.grant.SpacedWords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tables. */
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

  /** What the enabled clients list, together. */
  @WithSession
  Uni<Set<String>> origins() {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createQuery(
                        "select distinct allowedOrigins from ClientRow"
                            + " where enabled and allowedOrigins <> ''",
                        String.class)
                    .getResultList())
        .map(
            lists ->
                lists.stream()
                    .flatMap(list -> SpacedWords.stored(list).stream())
                    .collect(Collectors.toSet()));
  }

  @ApplicationScoped
  static class ClientRows implements PanacheRepositoryBase<ClientRow, String> {}

  @ApplicationScoped
  static class ApiRows implements PanacheRepositoryBase<ApiRow, String> {}

  @ApplicationScoped
  static class WebhookRows implements PanacheRepositoryBase<WebhookRow, String> {}
}
