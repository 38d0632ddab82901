package dev.latchkey.local.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What one poll brought (RFC 8628 section 3.5). The error code decides, whatever the status:
 * servers differ in their statuses.
 */
sealed interface PollAnswer {

  record Tokens(JsonObject body) implements PollAnswer {
    @Override
    public String toString() {
      return "Tokens[redacted]";
    }
  }

  record Pending() implements PollAnswer {}

  /**
   * Too early, or the server is overloaded.
   *
   * @param interval what the server wants from now on; zero if it does not say
   */
  record SlowDown(int status, Duration interval) implements PollAnswer {}

  /** The end; polling again will not help. */
  record Refused(int status, String error, String description) implements PollAnswer {}

  /** No connection, no answer in time, or a server that is away for a while. */
  record Unreachable(String why) implements PollAnswer {}

  static PollAnswer read(int status, JsonObject body) {
    if (status == 200 && body.containsKey("access_token")) {
      return new Tokens(body);
    }
    var error = body.getString("error", "");
    return switch (error) {
      case "authorization_pending" -> new Pending();
      case "slow_down" -> new SlowDown(status, Duration.ofSeconds(body.getInteger("interval", 0)));
      default ->
          status == 429 || status > 500
              ? new Unreachable("status " + status)
              : new Refused(
                  status,
                  error.isEmpty() ? "no error code" : error,
                  body.getString("error_description", "no description"));
    };
  }
}
