package dev.latchkey.ui.consent;

import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** What people agreed to before, per account, client, API and set of scopes. */
@ApplicationScoped
public class Consents {

  /** Agreeing twice at the same time, in two tabs, is no error. */
  private static final String REMEMBER =
      """
      insert into people.consent (account, client_id, api, scope)
      values (?1, ?2, ?3, ?4)
      on conflict do nothing
      """;

  private final SqlGate sql;
  private final Rows rows;

  Consents(SqlGate sql, Rows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  /** Whether the person agreed, at one time, to all that is asked for. */
  public Uni<Boolean> cover(UUID account, GrantView view) {
    return sql.call(
            () -> Panache.withSession(() -> rows.of(account, view.client().value(), api(view))))
        .map(given -> given.stream().anyMatch(row -> Scope.stored(row.scope).covers(view.scope())));
  }

  public Uni<Void> remember(UUID account, GrantView view) {
    var scope = String.join(" ", new TreeSet<>(view.scope().tokens()));
    return sql.call(
        () ->
            Panache.withTransaction(
                () ->
                    Panache.getSession()
                        .flatMap(
                            session ->
                                session
                                    .createNativeQuery(REMEMBER)
                                    .setParameter(1, account)
                                    .setParameter(2, view.client().value())
                                    .setParameter(3, api(view))
                                    .setParameter(4, scope)
                                    .executeUpdate())
                        .replaceWithVoid()));
  }

  private static String api(GrantView view) {
    var identifier = view.apiIdentifier();
    return identifier == null ? "" : identifier;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ConsentRow, ConsentRow.Key> {

    Uni<List<ConsentRow>> of(UUID account, String clientId, String api) {
      return list("account = ?1 and clientId = ?2 and api = ?3", account, clientId, api);
    }
  }
}
