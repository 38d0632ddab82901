package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.List;

/** Reads replies of the device authorization endpoint as a strict device would. */
public final class StartReader {

  /** RFC 8628 section 3.2, where the answer does not say. */
  private static final long DEFAULT_INTERVAL = 5;

  private static final List<String> REQUIRED =
      List.of("device_code", "user_code", "verification_uri");

  private StartReader() {}

  /** Section 3.2: what a reply means. */
  public static StartAnswer read(Reply reply) {
    if (reply.status() != 200) {
      return FailureReader.read(reply);
    }
    var json = reply.json();
    return json.isEmpty()
        ? new Surprise("status 200 without a JSON object")
        : codes(new Fields(json.get()));
  }

  private static StartAnswer codes(Fields body) {
    for (var name : REQUIRED) {
      if (!body.hasText(name)) {
        return new Surprise("codes without " + name);
      }
    }
    var lifetime = body.number("expires_in", 0);
    if (lifetime <= 0) {
      return new Surprise("codes without expires_in");
    }
    var interval = body.number("interval", DEFAULT_INTERVAL);
    if (interval < 0) {
      return new Surprise("codes with an interval that is no number of seconds");
    }
    var complete = body.text("verification_uri_complete");
    return new Codes(
        body.text("device_code"),
        body.text("user_code"),
        body.text("verification_uri"),
        complete.isBlank() ? null : complete,
        Duration.ofSeconds(lifetime),
        Duration.ofSeconds(interval));
  }
}
