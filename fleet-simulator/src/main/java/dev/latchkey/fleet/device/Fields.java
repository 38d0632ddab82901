package dev.latchkey.fleet.device;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** The members of a JSON object, read without trust in their types. */
record Fields(JsonObject body) {

  /** What lasts longer is cut to this: no run sees the end of it, and nanoseconds can say it. */
  static final Duration LONGEST = Duration.ofDays(3_650);

  /** Empty if it is missing or no string. */
  String text(String name) {
    return body.getValue(name) instanceof String text ? text : "";
  }

  boolean hasText(String name) {
    return !text(name).isBlank();
  }

  /**
   * A number of seconds, to the next millisecond; what is negative stays so. Empty if it is there
   * and no number.
   */
  Optional<Duration> seconds(String name, Duration otherwise) {
    return switch (body.getValue(name)) {
      case null -> Optional.of(otherwise);
      case Number number -> Optional.of(span(number.doubleValue()));
      default -> Optional.empty();
    };
  }

  private static Duration span(double seconds) {
    var millis = Math.clamp(Math.ceil(seconds * 1_000), -1, (double) LONGEST.toMillis());
    return Duration.ofMillis((long) millis);
  }
}
