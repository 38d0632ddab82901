package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code registry.enrolment_token}, and the rows of devices in {@code
 * registry.enrolment}. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
 * PostgreSQL is away; what was asked may then have happened or not. Each is one statement.
 */
@ApplicationScoped
class EnrolmentTable {

  private static final String RETURNING = " returning " + EnrolmentColumns.TOKEN;

  private static final String FIND =
      "select " + EnrolmentColumns.TOKEN + " from registry.enrolment_token where ";

  private static final String CREATE =
      "insert into registry.enrolment_token (id, digest, label, client_id, account, service, scopes,"
          + " api, allowed, valid_from, valid_until, state, created_by) values ($1, $2, $3, $4, $5,"
          + " $6, $7, $8, $9, coalesce($10, clock_timestamp()), $11, $12, $13)"
          + RETURNING;

  /** Counts and notes the device, or does neither: parallel ones wait for each other here. */
  private static final String USE =
      "with counted as (update registry.enrolment_token set used = used + 1 where id = $1"
          + " and state = 'ACTIVE' and used < allowed"
          + " and clock_timestamp() >= valid_from and clock_timestamp() < valid_until"
          + " returning id)"
          + " insert into registry.enrolment (grant_id, token, address, device_name, device_model,"
          + " device_serial, app_version)"
          + " select $2::text, id, $3::text, $4::text, $5::text, $6::text, $7::text from counted";

  private static final String APPROVE =
      "update registry.enrolment_token set state = 'ACTIVE', version = version + 1,"
          + " approved_by = $2, approved_at = clock_timestamp()"
          + " where id = $1 and state = 'AWAITING_APPROVAL' and created_by <> $2"
          + RETURNING;

  private static final String REVOKE =
      "update registry.enrolment_token set state = 'REVOKED', version = version + 1,"
          + " revoked_by = $2, revoked_at = clock_timestamp()"
          + " where id = $1 and state <> 'REVOKED' and version = $3"
          + RETURNING;

  private final Pool pool;
  private final SqlGate sql;

  EnrolmentTable(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  Uni<EnrolmentToken> create(
      EnrolmentSecret secret, EnrolmentWish wish, EnrolmentState state, ClientId by) {
    var values =
        Tuple.tuple()
            .addUUID(UUID.randomUUID())
            .addString(secret.digest())
            .addString(wish.label())
            .addString(wish.client().value())
            .addUUID(wish.account().orElse(null))
            .addString(wish.service().orElse(null))
            .addString(wish.scopes().toString())
            .addString(wish.api().orElse(null))
            .addInteger(wish.allowed())
            .addOffsetDateTime(wish.validFrom().map(EnrolmentTable::utc).orElse(null))
            .addOffsetDateTime(utc(wish.validUntil()))
            .addString(state.name())
            .addString(by.value());
    return run(CREATE, values).map(rows -> EnrolmentColumns.token(rows.iterator().next()));
  }

  Uni<Optional<EnrolmentToken>> find(UUID id) {
    return token(FIND + "id = $1", Tuple.of(id));
  }

  Uni<Optional<EnrolmentToken>> find(EnrolmentSecret secret) {
    return token(FIND + "digest = $1", Tuple.of(secret.digest()));
  }

  /** Whether there was room for this device within its count and its window, and it is noted. */
  Uni<Boolean> use(UUID id, GrantId grant, ClaimedDevice device, String address) {
    var values =
        Tuple.of(id, grant.value(), address)
            .addString(device.name())
            .addString(device.model())
            .addString(device.serial())
            .addString(device.appVersion());
    return run(USE, values).map(rows -> rows.rowCount() == 1);
  }

  /** The token as it is then; empty if it awaits no approval, or none by this one. */
  Uni<Optional<EnrolmentToken>> approve(UUID id, ClientId by) {
    return token(APPROVE, Tuple.of(id, by.value()));
  }

  /** The token as it is then; empty if it was changed since it was read, or is revoked. */
  Uni<Optional<EnrolmentToken>> revoke(EnrolmentToken read, ClientId by) {
    return token(REVOKE, Tuple.of(read.id(), by.value(), read.version()));
  }

  private Uni<Optional<EnrolmentToken>> token(String statement, Tuple values) {
    return run(statement, values)
        .map(
            rows -> {
              var found = rows.iterator();
              return found.hasNext()
                  ? Optional.of(EnrolmentColumns.token(found.next()))
                  : Optional.empty();
            });
  }

  private Uni<RowSet<Row>> run(String statement, Tuple values) {
    return sql.statement(() -> pool.preparedQuery(statement).execute(values));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
