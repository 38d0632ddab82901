package dev.latchkey.token.device;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.ServiceSubject;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.oauth.store.SqlTime;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of {@code linked_device} in SQL, and what they say. */
final class DeviceColumns {

  /** Of a {@link LinkedDevice}. */
  static final String LINKED =
      "id, grant_id, subject, service, client_id, scope, api, refreshable, auth_time, amr, acr,"
          + " dpop_jkt, device_name, device_model, device_serial, app_version, address, enrolment";

  /** Of a {@link DeviceRecord}. */
  static final String ALL =
      LINKED + ", own_name, last_address, created_at, last_seen_at, revoked_at, revocation";

  private DeviceColumns() {}

  /** What a device has in {@link #LINKED}, in their order. */
  static Tuple values(LinkedDevice device) {
    var service = ServiceSubject.of(device.subject());
    return Tuple.tuple()
        .addUUID(device.id())
        .addString(device.grant().value())
        .addUUID(service.isPresent() ? null : UUID.fromString(device.subject()))
        .addString(service.map(ServiceSubject::name).orElse(null))
        .addString(device.client().value())
        .addString(device.scope().toString())
        .addString(device.api())
        .addBoolean(device.refreshable())
        .addOffsetDateTime(device.authTime().atOffset(ZoneOffset.UTC))
        .addString(SpacedWords.write(device.amr()))
        .addString(device.acr())
        .addString(device.dpopThumbprint())
        .addString(device.claimed().name())
        .addString(device.claimed().model())
        .addString(device.claimed().serial())
        .addString(device.claimed().appVersion())
        .addString(device.address())
        .addUUID(device.enrolment());
  }

  static LinkedDevice linked(Row row) {
    return new LinkedDevice(
        row.getUUID("id"),
        new GrantId(row.getString("grant_id")),
        subject(row.getUUID("subject"), row.getString("service")),
        new ClientId(row.getString("client_id")),
        Scope.stored(row.getString("scope")),
        row.getString("api"),
        row.getBoolean("refreshable"),
        row.getOffsetDateTime("auth_time").toInstant(),
        SpacedWords.stored(row.getString("amr")),
        row.getString("acr"),
        row.getString("dpop_jkt"),
        new ClaimedDevice(
            row.getString("device_name"),
            row.getString("device_model"),
            row.getString("device_serial"),
            row.getString("app_version")),
        row.getString("address"),
        row.getUUID("enrolment"));
  }

  static DeviceRecord all(Row row) {
    return new DeviceRecord(
        linked(row),
        row.getString("own_name"),
        row.getString("last_address"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_seen_at").toInstant(),
        SqlTime.moment(row, "revoked_at"),
        row.getString("revocation"));
  }

  /** What tokens say of what is in the two columns: an account, or the name of a service. */
  private static String subject(@Nullable UUID account, @Nullable String service) {
    return account == null
        ? new ServiceSubject(Objects.requireNonNull(service)).toString()
        : account.toString();
  }
}
