package dev.latchkey.oauth.action;

import dev.latchkey.grant.ClaimedDevice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request as JSON. What is not known is left out. */
final class RequestText {

  private RequestText() {}

  static String of(Trigger trigger, String id, Instant time, String issuer, ActionRequest request) {
    var body =
        new JsonObject()
            .put("trigger", trigger.word())
            .put("id", id)
            .put("time", time.toString())
            .put("issuer", issuer)
            .put("client_id", request.client().value());
    var grant = request.grant();
    put(body, "grant", grant == null ? null : grant.value());
    put(body, "subject", request.subject());
    body.put("scopes", new JsonArray(request.scope().tokens().stream().toList()));
    put(body, "api", request.api());
    body.put("address", request.address()).put("device", device(request.device()));
    request.more().forEach(body::put);
    return body.encode();
  }

  private static JsonObject device(ClaimedDevice device) {
    var said = new JsonObject();
    put(said, "name", device.name());
    put(said, "model", device.model());
    put(said, "serial", device.serial());
    put(said, "app_version", device.appVersion());
    return said;
  }

  private static void put(JsonObject body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
