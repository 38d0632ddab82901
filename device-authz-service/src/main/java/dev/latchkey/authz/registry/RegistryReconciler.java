package dev.latchkey.authz.registry;

import dev.latchkey.authz.registry.RegistryRows.ApiRows;
import dev.latchkey.authz.registry.RegistryRows.ClientRows;
import dev.latchkey.authz.registry.RegistryRows.WebhookRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes the tables say what the file declares, in one transaction and one replica at a time.
 * Entries gone from the file are disabled, not deleted: devices and grants name them. What the file
 * does not declare is an administrator's, and left alone, until the file declares it.
 */
@ApplicationScoped
public class RegistryReconciler {

  private final ClientRows clients;
  private final ApiRows apis;
  private final WebhookRows webhooks;

  RegistryReconciler(ClientRows clients, ApiRows apis, WebhookRows webhooks) {
    this.clients = clients;
    this.apis = apis;
    this.webhooks = webhooks;
  }

  /** What that changed; nothing if another replica came first. */
  @WithTransaction
  public Uni<RegistryChange> reconcile(Declaration declaration) {
    return change(declaration);
  }

  /** What {@link #reconcile} would change, by doing it and taking it back. */
  @WithTransaction
  public Uni<RegistryChange> compare(Declaration declaration) {
    return Panache.currentTransaction()
        .invoke(Mutiny.Transaction::markForRollback)
        .flatMap(taken -> change(declaration));
  }

  private Uni<RegistryChange> change(Declaration declaration) {
    // APIs first, because clients refer to them.
    return Panache.getSession()
        .flatMap(RegistryLock::hold)
        .flatMap(locked -> change("API", apis, ApiRow::new, declaration.apis(), Api::identifier))
        .flatMap(
            change ->
                change(
                        "client",
                        clients,
                        ClientRow::new,
                        declaration.clients(),
                        entry -> entry.client().id().value())
                    .map(change::plus))
        .flatMap(
            change ->
                change("webhook", webhooks, WebhookRow::new, declaration.webhooks(), Webhook::name)
                    .map(change::plus));
  }

  /** Whether anything is registered at all. */
  @WithTransaction
  public Uni<Boolean> isEmpty() {
    return clients.count().map(count -> count == 0);
  }

  private static <D, R extends DeclaredRow<D>> Uni<RegistryChange> change(
      String kind,
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
              var changed = new ArrayList<String>();
              var stopped = new ArrayList<String>();
              for (var row : rows) {
                var entry = missing.remove(row.key());
                if (entry == null && row.withdraw()) {
                  stopped.add(kind + " " + row.key());
                } else if (entry != null && row.take(entry)) {
                  changed.add(kind + " " + row.key());
                }
              }
              var names = missing.keySet().stream().map(name -> kind + " " + name).toList();
              var added = missing.values().stream().map(entry -> row(newRow, entry)).toList();
              // Panache cannot persist nothing.
              var stored =
                  added.isEmpty() ? table.flush() : table.persist(added).call(table::flush);
              return stored.replaceWith(new RegistryChange(names, changed, stopped));
            });
  }

  private static <D, R extends DeclaredRow<D>> R row(Supplier<R> newRow, D entry) {
    var row = newRow.get();
    row.take(entry);
    return row;
  }
}
