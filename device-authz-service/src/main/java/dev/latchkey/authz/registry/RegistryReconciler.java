package dev.latchkey.authz.registry;

import dev.latchkey.authz.registry.RegistryRows.ApiRows;
import dev.latchkey.authz.registry.RegistryRows.ClientRows;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.SecretHash;
import dev.latchkey.oauth.store.AdvisoryLock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  @WithTransaction
  Uni<Void> reconcile(Declaration declaration) {
    return Panache.getSession()
        .flatMap(LOCK::hold)
        .flatMap(locked -> apis.listAll())
        .flatMap(rows -> reconcileApis(declaration, rows))
        .flatMap(done -> clients.listAll())
        .flatMap(rows -> reconcileClients(declaration, rows));
  }

  /** Whether anything is registered at all. */
  @WithTransaction
  Uni<Boolean> isEmpty() {
    return clients.count().map(count -> count == 0);
  }

  private Uni<Void> reconcileApis(Declaration declaration, List<ApiRow> rows) {
    var known = byKey(rows, row -> row.identifier);
    var added = new ArrayList<ApiRow>();
    for (var api : declaration.apis()) {
      var target = known.remove(api.identifier());
      if (target == null) {
        target = new ApiRow();
        added.add(target);
      }
      target.identifier = api.identifier();
      target.name = api.name();
      target.enabled = true;
      target.declared = true;
      target.allowOfflineAccess = api.allowOfflineAccess();
      target.accessTokenLifetime = api.accessTokenLifetime().toMillis();
      if (!target.scopes.equals(api.scopes())) {
        target.scopes.clear();
        target.scopes.putAll(api.scopes());
      }
    }
    known.values().stream().filter(row -> row.declared).forEach(row -> row.enabled = false);
    // Panache cannot persist nothing; flushed here, because clients refer to APIs.
    return added.isEmpty() ? apis.flush() : apis.persist(added).call(apis::flush);
  }

  private Uni<Void> reconcileClients(Declaration declaration, List<ClientRow> rows) {
    var known = byKey(rows, row -> row.clientId);
    var added = new ArrayList<ClientRow>();
    for (var entry : declaration.clients()) {
      var client = entry.client();
      var target = known.remove(client.id().value());
      if (target == null) {
        target = new ClientRow();
        added.add(target);
      }
      target.clientId = client.id().value();
      target.name = client.name();
      target.enabled = client.enabled();
      target.declared = true;
      target.authenticationMethod = client.authenticationMethod().registeredName();
      target.secretHash = hash(entry.secret().orElse(null), target.secretHash);
      target.grantTypes = new Scope(client.grantTypes()).toString();
      target.scopes = client.scopes().toString();
      target.defaultApi = client.defaultApi().orElse(null);
      target.codeLifetime = client.codeLifetime().toMillis();
      target.codeInterval = client.interval().toMillis();
      target.codeCharset = client.userCodeFormat().characterSet().name();
      target.codeMask = client.userCodeFormat().mask();
      target.errorProfile = client.errorProfile().name();
    }
    known.values().stream().filter(row -> row.declared).forEach(row -> row.enabled = false);
    return added.isEmpty() ? clients.flush() : clients.persist(added);
  }

  /** Hashes are salted: a secret that has not changed keeps its hash, and the row its version. */
  private static @Nullable String hash(@Nullable String secret, @Nullable String current) {
    if (secret == null) {
      return null;
    }
    return current != null && new SecretHash(current).matches(secret)
        ? current
        : SecretHash.of(secret).encoded();
  }

  private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
    return rows.stream()
        .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, HashMap::new));
  }
}
