package dev.latchkey.authz.events;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;

/** Events as rows of {@code registry.audit_event}, for whoever reads them there. */
public final class EventColumns {

  /** What {@link #read} needs. */
  public static final String NAMES =
      "id, at, service, event, auth0, grant_id, client_id, subject, details";

  private EventColumns() {}

  /** The same of a table that a statement calls by another name. */
  public static String of(String table) {
    return table + "." + NAMES.replace(", ", ", " + table + ".");
  }

  public static AuditedEvent read(Row row) {
    return new AuditedEvent(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("service"),
        row.getString("event"),
        row.getString("auth0"),
        row.getString("grant_id"),
        row.getString("client_id"),
        row.getString("subject"),
        details(row.getJsonObject("details")));
  }

  private static Map<String, String> details(JsonObject stored) {
    var details = new HashMap<String, String>();
    stored.forEach(field -> details.put(field.getKey(), String.valueOf(field.getValue())));
    return details;
  }
}
