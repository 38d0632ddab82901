package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.Set;

/**
 * Reads replies of the token endpoint as a strict device would. The error code decides and the
 * status must fit it: 400 as RFC 8628 has it, or 403 and 429 as Auth0 has them.
 */
public final class TokenReader {

  private static final Set<Integer> REFUSALS = Set.of(400, 403);
  private static final Set<Integer> SLOWING = Set.of(400, 403, 429, 503);

  private TokenReader() {}

  /** RFC 8628 section 3.5: the reply to a device code. */
  public static PollAnswer poll(Reply reply) {
    return switch (error(reply)) {
      case "authorization_pending" -> fitting(reply, REFUSALS, Waiting.PENDING);
      case "slow_down" -> fitting(reply, SLOWING, slowDown(reply));
      case "access_denied" -> fitting(reply, REFUSALS, Verdict.DENIED);
      case "expired_token" -> fitting(reply, REFUSALS, Verdict.EXPIRED);
      default -> refresh(reply);
    };
  }

  /** RFC 6749 section 5: the reply to a refresh token. */
  public static RefreshAnswer refresh(Reply reply) {
    if (reply.status() == 200) {
      return tokens(reply);
    }
    return error(reply).equals("invalid_grant") && REFUSALS.contains(reply.status())
        ? Gone.INVALID_GRANT
        : FailureReader.read(reply);
  }

  private static RefreshAnswer tokens(Reply reply) {
    var json = reply.json();
    if (json.isEmpty()) {
      return new Surprise("status 200 without a JSON object");
    }
    var body = new Fields(json.get());
    if (!body.hasText("access_token") || !body.hasText("token_type")) {
      return new Surprise("tokens without access_token or token_type");
    }
    var lifetime = body.number("expires_in", 0);
    if (lifetime < 0) {
      return new Surprise("tokens with an expires_in that is no number of seconds");
    }
    var refreshToken = body.text("refresh_token");
    return new Tokens(refreshToken.isBlank() ? null : refreshToken, Duration.ofSeconds(lifetime));
  }

  private static PollAnswer slowDown(Reply reply) {
    var interval = reply.json().map(json -> new Fields(json).number("interval", 0)).orElse(0L);
    return interval < 0
        ? new Surprise("slow_down with an interval that is no number of seconds")
        : new SlowDown(Duration.ofSeconds(interval), reply.pause());
  }

  private static PollAnswer fitting(Reply reply, Set<Integer> statuses, PollAnswer answer) {
    return statuses.contains(reply.status())
        ? answer
        : new Surprise("status %d with %s".formatted(reply.status(), answer.code()));
  }

  private static String error(Reply reply) {
    return reply.status() == 200
        ? ""
        : reply.json().map(json -> new Fields(json).text("error")).orElse("");
  }
}
