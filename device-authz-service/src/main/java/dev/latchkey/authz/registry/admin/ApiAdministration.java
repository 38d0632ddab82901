package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.audit.RegistryAudit;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.EntryFilter;
import dev.latchkey.authz.registry.RegistryEdits;
import dev.latchkey.authz.registry.RegistryEdits.Edit;
import dev.latchkey.authz.registry.RegistryView;
import dev.latchkey.authz.registry.StoredApi;
import dev.latchkey.authz.registry.check.ChangedFields;
import dev.latchkey.authz.registry.file.EntryReader;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an administrator does to APIs; fails as {@link ClientAdministration} does. */
@ApplicationScoped
class ApiAdministration {

  private final RegistryEdits registry;
  private final RegistryAudit audit;
  private final SqlGate sql;

  ApiAdministration(RegistryEdits registry, RegistryAudit audit, SqlGate sql) {
    this.registry = registry;
    this.audit = audit;
    this.sql = sql;
  }

  Uni<List<StoredApi>> list(EntryFilter filter) {
    return sql.call(() -> registry.apis(filter));
  }

  /** Fails with 404 if there is none. */
  Uni<StoredApi> find(String identifier) {
    return sql.call(() -> registry.api(identifier))
        .map(found -> found.orElseThrow(PathName::unknown));
  }

  Uni<StoredApi> create(SentEntry sent, ClientId by) {
    return edit(
            sent.id("identifier"),
            (stored, registered) -> {
              if (stored.isPresent()) {
                throw new ProblemException(409, "There is an API of that identifier already");
              }
              return read(sent, registered);
            })
        .invoke(edit -> audit.apiCreated(edit.after().api().identifier(), by))
        .map(Edit::after);
  }

  /**
   * Makes an API say what was sent; what is not sent is as if it had never been.
   *
   * @param precondition throws if it is not what the administrator has seen
   */
  Uni<StoredApi> replace(
      String identifier, SentEntry sent, Consumer<StoredApi> precondition, ClientId by) {
    return edit(
            identifier,
            (stored, registered) -> {
              var before = ours(stored, precondition).api();
              var after = read(sent.at("identifier", identifier), registered);
              nobodyMisses(before, after, registered);
              return after;
            })
        .invoke(edit -> report(edit, by))
        .map(Edit::after);
  }

  /** Withdraws an API; nothing if it is withdrawn. */
  Uni<Void> disable(String identifier, Consumer<StoredApi> precondition, ClientId by) {
    return edit(identifier, (stored, registered) -> ours(stored, precondition).api().stopped())
        .invoke(edit -> report(edit, by))
        .replaceWithVoid();
  }

  private Uni<Edit<StoredApi>> edit(
      String identifier, RegistryEdits.Decision<StoredApi, Api> decision) {
    return sql.call(() -> registry.editApi(identifier, decision));
  }

  private static StoredApi ours(Optional<StoredApi> stored, Consumer<StoredApi> precondition) {
    var known = stored.orElseThrow(PathName::unknown);
    EntrySource.requireOurs(known.declared());
    precondition.accept(known);
    return known;
  }

  private static Api read(SentEntry sent, RegistryView registered) {
    return sent.read(EntryReader.API, fields -> EntryReader.api(fields, registered.confidential()));
  }

  /** A client whose scope no API has could not be written again as it is. */
  private static void nobodyMisses(Api before, Api after, RegistryView registered) {
    var gone = new HashSet<>(before.scopes().keySet());
    gone.removeAll(after.scopes().keySet());
    registered.apis().values().stream()
        .filter(api -> !api.identifier().equals(after.identifier()))
        .forEach(api -> gone.removeAll(api.scopes().keySet()));
    registered.clients().stream()
        .filter(client -> !client.scopes().intersect(gone).isEmpty())
        .min(Comparator.comparing(client -> client.id().value()))
        .ifPresent(
            client -> {
              throw new ProblemException(
                  409,
                  "The client %s has a scope that is gone: %s; take it from the client first"
                      .formatted(client.id().value(), client.scopes().intersect(gone)));
            });
  }

  private void report(Edit<StoredApi> edit, ClientId by) {
    var api = edit.after().api();
    edit.before()
        .map(StoredApi::api)
        .ifPresent(
            before -> {
              if (before.enabled() && !api.enabled()) {
                audit.apiDisabled(api.identifier(), by);
              }
              var others =
                  ChangedFields.of(before, api).stream()
                      .filter(field -> !field.equals("enabled") || api.enabled())
                      .toList();
              if (!others.isEmpty()) {
                audit.apiChanged(api.identifier(), others, by);
              }
            });
  }
}
