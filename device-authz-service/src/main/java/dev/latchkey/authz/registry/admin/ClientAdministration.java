package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.audit.RegistryAudit;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.EntryFilter;
import dev.latchkey.authz.registry.RegistryEdits;
import dev.latchkey.authz.registry.RegistryEdits.Edit;
import dev.latchkey.authz.registry.RegistryView;
import dev.latchkey.authz.registry.StoredClient;
import dev.latchkey.authz.registry.check.ChangedFields;
import dev.latchkey.authz.registry.file.EntryReader;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.origin.LocalProfile;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an administrator does to clients. What cannot be fails with {@link ProblemException}, and
 * changes nothing; when PostgreSQL fails, with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException}, and it may have happened or not.
 */
@ApplicationScoped
class ClientAdministration {

  private final RegistryEdits registry;
  private final RegistryAudit audit;
  private final SqlGate sql;

  ClientAdministration(RegistryEdits registry, RegistryAudit audit, SqlGate sql) {
    this.registry = registry;
    this.audit = audit;
    this.sql = sql;
  }

  /**
   * A client that was written.
   *
   * @param secret if it got a new one
   */
  record Written(StoredClient client, Optional<ShownSecret> secret) {}

  Uni<List<StoredClient>> list(EntryFilter filter) {
    return sql.call(() -> registry.clients(filter));
  }

  /** Fails with 404 if there is none. */
  Uni<StoredClient> find(String id) {
    return sql.call(() -> registry.client(id)).map(found -> found.orElseThrow(PathName::unknown));
  }

  Uni<Written> create(SentEntry sent, ClientId by) {
    var id = sent.id("client_id");
    var drawn = ShownSecret.draw();
    return edit(
            id,
            (stored, registered) -> {
              if (stored.isPresent()) {
                throw new ProblemException(
                    409, "There is a client of that id already; ids are never used again");
              }
              return secured(read(sent, registered), Optional.empty(), drawn);
            })
        .invoke(edit -> audit.clientCreated(edit.after().client().id(), by))
        .map(edit -> written(edit, drawn));
  }

  /**
   * Makes a client say what was sent; what is not sent is as if it had never been. Its secret stays
   * if it needs one, and it gets one if it has none.
   *
   * @param precondition throws if it is not what the administrator has seen
   */
  Uni<Written> replace(
      String id, SentEntry sent, Consumer<StoredClient> precondition, ClientId by) {
    var drawn = ShownSecret.draw();
    return edit(
            id,
            (stored, registered) -> {
              var ours = ours(stored, precondition);
              return secured(read(sent.at("client_id", id), registered), Optional.of(ours), drawn);
            })
        .invoke(edit -> report(edit, by))
        .map(edit -> written(edit, drawn));
  }

  /** Stops a client for good; nothing if it is stopped. */
  Uni<Void> disable(String id, Consumer<StoredClient> precondition, ClientId by) {
    return edit(
            id,
            (stored, registered) -> {
              var ours = ours(stored, precondition);
              return new Declaration.Entry(ours.client().stopped(), Optional.empty(), ours.logo());
            })
        .invoke(edit -> report(edit, by))
        .replaceWithVoid();
  }

  /** Gives a client another secret; the one before is good for nothing within 10 s. */
  Uni<Written> rotateSecret(String id, Consumer<StoredClient> precondition, ClientId by) {
    var drawn = ShownSecret.draw();
    return edit(
            id,
            (stored, registered) -> {
              var ours = ours(stored, precondition);
              if (!ours.client().hasSecret()) {
                throw new ProblemException(409, "It authenticates without a secret");
              }
              return new Declaration.Entry(ours.client(), Optional.of(drawn.value()), ours.logo());
            })
        .invoke(edit -> audit.secretRotated(edit.after().client().id(), by))
        .map(edit -> written(edit, drawn));
  }

  private Uni<Edit<StoredClient>> edit(
      String id, RegistryEdits.Decision<StoredClient, Declaration.Entry> decision) {
    return sql.call(() -> registry.editClient(id, decision));
  }

  private static StoredClient ours(
      Optional<StoredClient> stored, Consumer<StoredClient> precondition) {
    var known = stored.orElseThrow(PathName::unknown);
    EntrySource.requireOurs(known.declared());
    precondition.accept(known);
    return known;
  }

  private static Declaration.Entry read(SentEntry sent, RegistryView registered) {
    var entry =
        sent.read(
            EntryReader.CLIENT,
            fields -> EntryReader.client(fields, registered.apis(), LocalProfile.isActive()));
    stillIntrospects(entry.client(), registered);
    return entry;
  }

  /** An API that names it would show its tokens to whoever uses its name. */
  private static void stillIntrospects(Client client, RegistryView registered) {
    registered.apis().values().stream()
        .filter(api -> client.isPublic() && api.introspectionClients().contains(client.id()))
        .map(Api::identifier)
        .min(String::compareTo)
        .ifPresent(
            api -> {
              throw new ProblemException(
                  409, "It is an introspection client of %s, and so not public".formatted(api));
            });
  }

  /** With the new secret, if the client needs one and has none yet. */
  private static Declaration.Entry secured(
      Declaration.Entry entry, Optional<StoredClient> before, ShownSecret drawn) {
    var has = before.flatMap(stored -> stored.client().secret()).isPresent();
    return entry.client().hasSecret() && !has
        ? new Declaration.Entry(entry.client(), Optional.of(drawn.value()), entry.logo())
        : entry;
  }

  private static Written written(Edit<StoredClient> edit, ShownSecret drawn) {
    var isItsSecret =
        edit.after().client().secret().filter(hash -> hash.matches(drawn.value())).isPresent();
    return new Written(edit.after(), isItsSecret ? Optional.of(drawn) : Optional.empty());
  }

  private void report(Edit<StoredClient> edit, ClientId by) {
    var client = edit.after().client();
    edit.before()
        .ifPresent(
            before -> {
              if (before.client().enabled() && !client.enabled()) {
                audit.clientDisabled(client.id(), by);
              }
              var others =
                  ChangedFields.of(before.entry(), edit.after().entry()).stream()
                      .filter(field -> !field.equals("enabled") || client.enabled())
                      .toList();
              if (!others.isEmpty()) {
                audit.clientChanged(client.id(), others, by);
              }
            });
  }
}
