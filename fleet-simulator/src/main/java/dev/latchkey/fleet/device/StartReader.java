package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.List;

/** Reads replies of the device authorization endpoint as a strict device would. */
public final class StartReader {

  /** RFC 8628 section 3.2, where the answer does not say. */
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);

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
        ? surprise("status 200 without a JSON object")
        : codes(new Fields(json.get()));
  }

  private static StartAnswer codes(Fields body) {
    for (var name : REQUIRED) {
      if (!body.hasText(name)) {
        return surprise("codes without " + name);
      }
    }
    var lifetime = body.seconds("expires_in", Duration.ZERO).filter(Duration::isPositive);
    if (lifetime.isEmpty()) {
      return surprise("codes without expires_in");
    }
    var interval = body.seconds("interval", DEFAULT_INTERVAL);
    if (interval.isEmpty()) {
      return surprise("codes with an interval that is no number of seconds");
    }
    var complete = body.text("verification_uri_complete");
    return new Codes(
        body.text("device_code"),
        body.text("user_code"),
        body.text("verification_uri"),
        complete.isBlank() ? null : complete,
        lifetime.get(),
        interval.get().isNegative() ? Duration.ZERO : interval.get());
  }

  private static Surprise surprise(String what) {
    return new Surprise(what, 200);
  }
}
