package dev.latchkey.token.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tables of accounts, which verification-ui owns. */
@ApplicationScoped
class AccountStatements {

  /** A row for each provider that an account comes from, and one for an account without any. */
  private static final String FIND =
      """
      select id, username, name, email, email_verified, disabled, locked, updated_at,
          provider, signed_in_at
        from people.account left join people.upstream_identity on account = id
        where id = $1
      """;

  private final Pool pool;

  AccountStatements(Pool pool) {
    this.pool = pool;
  }

  Future<Optional<Account>> find(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(row -> account(row, upstream(rows))));
  }

  private static List<UpstreamSignIn> upstream(RowSet<Row> rows) {
    return rows.stream()
        .filter(row -> row.getString("provider") != null)
        .map(
            row ->
                new UpstreamSignIn(
                    row.getString("provider"), row.getOffsetDateTime("signed_in_at").toInstant()))
        .toList();
  }

  private static Account account(Row row, List<UpstreamSignIn> upstream) {
    return new Account(
        row.getUUID("id"),
        row.getString("username"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("email_verified"),
        row.getBoolean("disabled"),
        row.getBoolean("locked"),
        upstream,
        row.getOffsetDateTime("updated_at").toInstant());
  }
}
