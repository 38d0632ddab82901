package dev.latchkey.authz.registry;

import dev.latchkey.authz.registry.RegistryRows.ApiRows;
import dev.latchkey.authz.registry.RegistryRows.ClientRows;
import dev.latchkey.authz.registry.RegistryView.ClientGlance;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.AuthenticationMethod;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables as administrators see and change them; to be called through {@link
 * dev.latchkey.oauth.store.SqlGate}. One change at a time, the file's included, so that what was
 * decided on holds when it is written.
 */
@ApplicationScoped
public class RegistryEdits {

  private final ClientRows clients;
  private final ApiRows apis;

  RegistryEdits(ClientRows clients, ApiRows apis) {
    this.clients = clients;
    this.apis = apis;
  }

  /** What is to become of an entry; what it throws, nothing becomes of it. */
  @FunctionalInterface
  public interface Decision<S, D> {

    D decide(Optional<S> stored, RegistryView registry);
  }

  /**
   * An entry before and after.
   *
   * @param before empty if it is new
   */
  public record Edit<S>(Optional<S> before, S after) {}

  @WithSession
  public Uni<List<StoredClient>> clients(EntryFilter filter) {
    return list(clients, "clientId", filter)
        .map(rows -> rows.stream().map(ClientRow::stored).toList());
  }

  @WithSession
  public Uni<List<StoredApi>> apis(EntryFilter filter) {
    return list(apis, "identifier", filter).map(rows -> rows.stream().map(ApiRow::stored).toList());
  }

  @WithSession
  public Uni<Optional<StoredClient>> client(String id) {
    return clients.findById(id).map(row -> Optional.ofNullable(row).map(ClientRow::stored));
  }

  @WithSession
  public Uni<Optional<StoredApi>> api(String identifier) {
    return apis.findById(identifier).map(row -> Optional.ofNullable(row).map(ApiRow::stored));
  }

  /** Changes or adds the client of that id. */
  @WithTransaction
  public Uni<Edit<StoredClient>> editClient(
      String id, Decision<StoredClient, Declaration.Entry> decision) {
    return locked()
        .flatMap(
            registry ->
                clients
                    .findById(id)
                    .flatMap(
                        row -> {
                          var before = Optional.ofNullable(row).map(ClientRow::stored);
                          var edited = decision.decide(before, registry);
                          return write(clients, row, ClientRow::new, edited)
                              .map(written -> new Edit<>(before, written.stored()));
                        }));
  }

  /** Changes or adds the API of that identifier. */
  @WithTransaction
  public Uni<Edit<StoredApi>> editApi(String identifier, Decision<StoredApi, Api> decision) {
    return locked()
        .flatMap(
            registry ->
                apis.findById(identifier)
                    .flatMap(
                        row -> {
                          var before = Optional.ofNullable(row).map(ApiRow::stored);
                          var edited = decision.decide(before, registry);
                          return write(apis, row, ApiRow::new, edited)
                              .map(written -> new Edit<>(before, written.stored()));
                        }));
  }

  private static <D, R extends EditedRow<D>> Uni<R> write(
      PanacheRepositoryBase<R, String> table, @Nullable R found, Supplier<R> newRow, D edited) {
    var row = found == null ? newRow.get() : found;
    row.edit(edited);
    return found == null ? table.persistAndFlush(row) : table.flush().replaceWith(row);
  }

  private Uni<RegistryView> locked() {
    return Panache.getSession()
        .flatMap(RegistryLock::hold)
        .flatMap(held -> apis.listAll())
        .flatMap(
            rows -> {
              var known = rows.stream().collect(Collectors.toMap(ApiRow::key, ApiRow::toApi));
              return glances().map(glances -> new RegistryView(known, glances));
            });
  }

  private static Uni<List<ClientGlance>> glances() {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createQuery(
                        "select clientId, authenticationMethod, scopes from ClientRow",
                        Object[].class)
                    .getResultList())
        .map(rows -> rows.stream().map(RegistryEdits::glance).toList());
  }

  private static ClientGlance glance(Object[] row) {
    return new ClientGlance(
        new ClientId((String) row[0]),
        !AuthenticationMethod.NONE.registeredName().equals(row[1]),
        Scope.stored((String) row[2]));
  }

  private static <R> Uni<List<R>> list(
      PanacheRepositoryBase<R, String> table, String key, EntryFilter filter) {
    var query = new StringBuilder(key + " > :after");
    var values = new HashMap<String, Object>();
    values.put("after", filter.after().orElse(""));
    filter.enabled().ifPresent(wanted -> and(query, values, "enabled", wanted));
    filter.declared().ifPresent(wanted -> and(query, values, "declared", wanted));
    return table.find(query.toString(), Sort.by(key), values).range(0, filter.most() - 1).list();
  }

  private static void and(
      StringBuilder query, Map<String, Object> values, String field, boolean wanted) {
    query.append(" and %s = :%s".formatted(field, field));
    values.put(field, wanted);
  }
}
