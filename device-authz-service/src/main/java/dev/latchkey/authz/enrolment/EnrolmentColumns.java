package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.oauth.store.SqlTime;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** The columns of the tables in SQL, and what they say. */
final class EnrolmentColumns {

  /** Of an {@link EnrolmentToken}. */
  static final String TOKEN =
      "id, label, client_id, account, service, scopes, api, allowed, used, valid_from, valid_until,"
          + " state, version, created_at, created_by, approved_at, approved_by, revoked_at,"
          + " revoked_by, clock_timestamp() as as_of";

  /** Of an {@link EnrolledDevice}. */
  static final String DEVICE =
      "grant_id, enrolled_at, address, device_name, device_model, device_serial, app_version";

  private EnrolmentColumns() {}

  static EnrolmentToken token(Row row) {
    return new EnrolmentToken(
        row.getUUID("id"),
        row.getString("label"),
        new ClientId(row.getString("client_id")),
        subject(row),
        Scope.stored(row.getString("scopes")),
        row.getString("api"),
        row.getInteger("allowed"),
        row.getInteger("used"),
        row.getOffsetDateTime("valid_from").toInstant(),
        row.getOffsetDateTime("valid_until").toInstant(),
        EnrolmentState.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getOffsetDateTime("created_at").toInstant(),
        new ClientId(row.getString("created_by")),
        SqlTime.moment(row, "approved_at"),
        client(row, "approved_by"),
        SqlTime.moment(row, "revoked_at"),
        client(row, "revoked_by"),
        row.getOffsetDateTime("as_of").toInstant());
  }

  static EnrolledDevice device(Row row) {
    return new EnrolledDevice(
        new GrantId(row.getString("grant_id")),
        new ClaimedDevice(
            row.getString("device_name"),
            row.getString("device_model"),
            row.getString("device_serial"),
            row.getString("app_version")),
        row.getString("address"),
        row.getOffsetDateTime("enrolled_at").toInstant());
  }

  private static String subject(Row row) {
    var account = row.getUUID("account");
    return account == null
        ? new ServiceSubject(row.getString("service")).toString()
        : account.toString();
  }

  private static @Nullable ClientId client(Row row, String column) {
    var id = row.getString(column);
    return id == null ? null : new ClientId(id);
  }
}
