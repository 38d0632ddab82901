package dev.latchkey.ui.registry;

import dev.latchkey.grant.Words;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What clients and APIs are called now, where there is no grant to say it. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
 */
@ApplicationScoped
public class RegisteredNames {

  private final SqlGate sql;
  private final RegisteredClients clients;
  private final RegisteredApis apis;
  private final Scopes scopes;

  RegisteredNames(SqlGate sql, RegisteredClients clients, RegisteredApis apis, Scopes scopes) {
    this.sql = sql;
    this.clients = clients;
    this.apis = apis;
    this.scopes = scopes;
  }

  /** The names of those of the clients that are registered, enabled or not, by id. */
  public Uni<Map<String, String>> ofClients(Collection<String> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : sql.call(() -> Panache.withSession(() -> clients.named(ids)))
            .map(
                found ->
                    found.stream().collect(Collectors.toMap(row -> row.clientId, row -> row.name)));
  }

  /** What the API of that identifier calls itself and its scopes. */
  public Uni<RegisteredApi> ofApi(String identifier) {
    // One after the other: a session is one connection.
    return sql.call(
        () ->
            Panache.withSession(
                () ->
                    apis.findById(identifier)
                        .map(row -> row == null ? identifier : row.name)
                        .flatMap(
                            name ->
                                scopes
                                    .of(identifier)
                                    .map(rows -> new RegisteredApi(name, words(rows))))));
  }

  private static Map<String, Words> words(List<ApiScopeRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.scope,
                Collectors.collectingAndThen(
                    Collectors.toMap(row -> row.language, row -> row.words), Words::new)));
  }

  @ApplicationScoped
  static class Scopes implements PanacheRepositoryBase<ApiScopeRow, ApiScopeRow.Key> {

    Uni<List<ApiScopeRow>> of(String api) {
      return list("api = ?1", api);
    }
  }
}
