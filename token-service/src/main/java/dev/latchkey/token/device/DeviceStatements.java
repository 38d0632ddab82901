package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that link, name and revoke a device. */
@ApplicationScoped
class DeviceStatements {

  /** The fence and the device, unless the fence is there; then not one row. */
  private static final String LINK =
      """
      with fence as (
        insert into issued.redemption (grant_id, claim) values ($2, $21)
          on conflict do nothing returning grant_id)
      insert into issued.linked_device (%s, secret_kid, generation)
        select $1, grant_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20
          from fence
      """
          .formatted(DeviceColumns.LINKED);

  /**
   * One row if the fence is this claim's now. Of two claims that know of the same released one, one
   * succeeds. The device is of an attempt that has delivered nothing, perhaps with another key. A
   * statement of its own, as {@link #LINK} does not see what was written while it waited for the
   * fence.
   */
  private static final String TAKE_OVER =
      """
      with fence as (
        update issued.redemption set claim = $2 where grant_id = $1 and claim = any($3)
          returning grant_id as redeemed),
      device as (
        update issued.linked_device set dpop_jkt = $4, secret_kid = $5
          from fence where grant_id = redeemed)
      select redeemed from fence
      """;

  private static final String RENAME =
      """
      update issued.linked_device set own_name = $1
        where id = $2 and subject = $3 and revoked_at is null
      """;

  private static final String REVOKE =
      """
      update issued.linked_device set revoked_at = clock_timestamp(), revocation = $1
        where id = $2 and revoked_at is null
      """;

  /**
   * Locked before, in one order: whoever revokes one in between, we know of it. The order is that
   * of the index, which PostgreSQL is to read; see {@link SearchSql} for what is not "=".
   */
  static final String REVOKE_SOME =
      """
      with still as (
        select id as still_id from issued.linked_device
          where subject = any(array[$2::uuid]) and revoked_at is null
          order by subject, created_at, id limit $3 for update)
      update issued.linked_device set revoked_at = clock_timestamp(), revocation = $1
        from still where id = still_id returning %s
      """
          .formatted(DeviceColumns.LINKED);

  private final Pool pool;

  DeviceStatements(Pool pool) {
    this.pool = pool;
  }

  /**
   * Whether this claim redeems the grant, for the first time or in place of a released one.
   *
   * <p>In a transaction although it is one statement: a PostgreSQL that hung finds it when it goes
   * on, and must not commit it for a pod that has ended meanwhile. Nobody would deliver.
   */
  Future<Boolean> link(
      LinkedDevice device, String secretKid, ClaimId claim, Set<ClaimId> released) {
    var values =
        DeviceColumns.values(device)
            .addString(secretKid)
            .addLong(RefreshToken.first(secretKid, device).generation())
            .addString(claim.value());
    return pool.withTransaction(
        connection ->
            changed(connection, LINK, values)
                .flatMap(
                    linked ->
                        linked || released.isEmpty()
                            ? Future.succeededFuture(linked)
                            : takeOver(connection, device, secretKid, claim, released)));
  }

  private static Future<Boolean> takeOver(
      SqlClient connection,
      LinkedDevice device,
      String secretKid,
      ClaimId claim,
      Set<ClaimId> released) {
    return changed(
        connection,
        TAKE_OVER,
        Tuple.of(
            device.grant().value(),
            claim.value(),
            released.stream().map(ClaimId::value).toArray(String[]::new),
            device.dpopThumbprint(),
            secretKid));
  }

  Future<Boolean> rename(UUID id, UUID subject, @Nullable String name) {
    return changed(pool, RENAME, Tuple.of(name, id, subject));
  }

  Future<Boolean> revoke(UUID id, Revocation reason) {
    return changed(pool, REVOKE, Tuple.of(reason.name(), id));
  }

  /** Those that were revoked by it, {@code most} of them; in a transaction, as {@link #link}. */
  Future<List<LinkedDevice>> revokeSome(UUID subject, Revocation reason, int most) {
    return pool.withTransaction(
            connection -> run(connection, REVOKE_SOME, Tuple.of(reason.name(), subject, most)))
        .map(rows -> rows.stream().map(DeviceColumns::linked).toList());
  }

  private static Future<Boolean> changed(SqlClient client, String statement, Tuple values) {
    return run(client, statement, values).map(rows -> rows.rowCount() == 1);
  }

  private static Future<RowSet<Row>> run(SqlClient client, String statement, Tuple values) {
    return client.preparedQuery(statement).execute(values);
  }
}
