package dev.latchkey.authz.registry;

import dev.latchkey.authz.registry.RegistryRows.ApiRows;
import dev.latchkey.authz.registry.RegistryRows.ClientRows;
import dev.latchkey.authz.registry.file.Declaration;
import dev.latchkey.oauth.store.AdvisoryLock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the tables say what the file declares, in one transaction and one replica at a time.
 * Entries gone from the file are disabled, not deleted: devices and grants name them.
 */
@ApplicationScoped
class RegistryReconciler {

  private static final AdvisoryLock LOCK = new AdvisoryLock(0x4C4B_7265_67L);

  private final ClientRows clients;
  private final ApiRows apis;

  RegistryReconciler(ClientRows clients, ApiRows apis) {
    this.clients = clients;
    this.apis = apis;
  }

  /** What that changed; nothing if another replica came first. */
  @WithTransaction
  Uni<RegistryChange> reconcile(Declaration declaration) {
    // APIs first, because clients refer to them.
    return Panache.getSession()
        .flatMap(LOCK::hold)
        .flatMap(locked -> reconcile(apis, ApiRow::new, declaration.apis(), Api::identifier))
        .flatMap(
            change ->
                reconcile(
                        clients,
                        ClientRow::new,
                        declaration.clients(),
                        entry -> entry.client().id().value())
                    .map(change::plus));
  }

  /** Whether anything is registered at all. */
  @WithTransaction
  Uni<Boolean> isEmpty() {
    return clients.count().map(count -> count == 0);
  }

  private static <D, R extends DeclaredRow<D>> Uni<RegistryChange> reconcile(
      PanacheRepositoryBase<R, String> table,
      Supplier<R> newRow,
      List<D> declared,
      Function<D, String> key) {
    return table
        .listAll()
        .flatMap(
            rows -> {
              var missing = new LinkedHashMap<String, D>();
              declared.forEach(entry -> missing.put(key.apply(entry), entry));
              var changed = 0;
              var stopped = 0;
              for (var row : rows) {
                var entry = missing.remove(row.key());
                if (entry == null) {
                  stopped += row.withdraw() ? 1 : 0;
                } else {
                  changed += row.take(entry) ? 1 : 0;
                }
              }
              var added = missing.values().stream().map(entry -> row(newRow, entry)).toList();
              // Panache cannot persist nothing.
              var stored =
                  added.isEmpty() ? table.flush() : table.persist(added).call(table::flush);
              return stored.replaceWith(new RegistryChange(added.size(), changed, stopped));
            });
  }

  private static <D, R extends DeclaredRow<D>> R row(Supplier<R> newRow, D entry) {
    var row = newRow.get();
    row.take(entry);
    return row;
  }
}
