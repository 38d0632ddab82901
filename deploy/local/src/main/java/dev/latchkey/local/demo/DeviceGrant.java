package dev.latchkey.local.demo;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the device endpoint (RFC 8628 section 3.2).
 *
 * @param complete the address with the code in it; optional for a server
 */
record DeviceGrant(
    String deviceCode,
    String userCode,
    URI verification,
    @Nullable URI complete,
    Duration lifetime,
    Duration interval) {

  private static final int DEFAULT_INTERVAL_SECONDS = 5;

  static DeviceGrant read(JsonObject body) {
    var complete = body.getString("verification_uri_complete");
    return new DeviceGrant(
        required(body, "device_code"),
        required(body, "user_code"),
        URI.create(required(body, "verification_uri")),
        complete == null ? null : URI.create(complete),
        Duration.ofSeconds(body.getInteger("expires_in", 0)),
        Duration.ofSeconds(body.getInteger("interval", DEFAULT_INTERVAL_SECONDS)));
  }

  /** The address to show as a picture. */
  URI shortest() {
    return complete == null ? verification : complete;
  }

  @Override
  public String toString() {
    return "DeviceGrant[redacted]";
  }

  private static String required(JsonObject body, String name) {
    var value = body.getString(name);
    if (value == null) {
      throw new DemoFailure("the server's answer lacks " + name);
    }
    return value;
  }
}
