package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.AuditedEvent;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes an event in the structured mode of CloudEvents 1.0 (JSON format, section 3). */
final class CloudEvent {

  static final String MEDIA_TYPE = "application/cloudevents+json";

  /** Of the types of all of them. */
  private static final String TYPE = "dev.latchkey.";

  private CloudEvent() {}

  /**
   * The same text each time it is asked for.
   *
   * @param source the issuer
   */
  static String of(AuditedEvent event, String source) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", event.id().toString())
        .put("source", source)
        .put("type", TYPE + event.name())
        .put("time", event.time().toString())
        .put("datacontenttype", "application/json")
        .put("data", data(event))
        .encode();
  }

  /** The fields in the order of the line in the audit log. */
  private static JsonObject data(AuditedEvent event) {
    var data = new JsonObject();
    put(data, "id", event.id().toString());
    put(data, "time", event.time().toString());
    put(data, "service", event.service());
    put(data, "event", event.name());
    put(data, "auth0", event.auth0());
    put(data, "grant", event.grant());
    put(data, "client_id", event.client());
    put(data, "subject", event.subject());
    event.details().forEach(data::put);
    return data;
  }

  private static void put(JsonObject data, String name, @Nullable String value) {
    if (value != null) {
      data.put(name, value);
    }
  }
}
