package dev.latchkey.fleet.device;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer as it came.
 *
 * @param retryAfter the header, if there is one
 */
public record Reply(int status, @Nullable String retryAfter, Buffer body) {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  Optional<JsonObject> json() {
    try {
      return Optional.of(body.toJsonObject());
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** Zero if the header is missing or a date, which no device has a clock for. */
  Duration pause() {
    return retryAfter != null && SECONDS.matcher(retryAfter).matches()
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
