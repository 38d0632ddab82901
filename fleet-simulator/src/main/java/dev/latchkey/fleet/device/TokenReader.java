package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.Optional;
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
      return new Surprise("status 200 without a JSON object", 200);
    }
    var body = new Fields(json.get());
    if (!body.hasText("access_token") || !body.hasText("token_type")) {
      return new Surprise("tokens without access_token or token_type", 200);
    }
    var lifetime = span(body, "expires_in");
    if (lifetime.isEmpty()) {
      return new Surprise("tokens with an expires_in that is no number of seconds", 200);
    }
    var refreshToken = body.text("refresh_token");
    return new Tokens(refreshToken.isBlank() ? null : refreshToken, lifetime.get());
  }

  private static PollAnswer slowDown(Reply reply) {
    return reply
        .json()
        .flatMap(json -> span(new Fields(json), "interval"))
        .<PollAnswer>map(interval -> new SlowDown(interval, reply.pause()))
        .orElseGet(
            () ->
                new Surprise(
                    "slow_down with an interval that is no number of seconds", reply.status()));
  }

  /** Zero if it is not there. */
  private static Optional<Duration> span(Fields body, String name) {
    return body.seconds(name, Duration.ZERO).filter(span -> !span.isNegative());
  }

  private static PollAnswer fitting(Reply reply, Set<Integer> statuses, PollAnswer answer) {
    return statuses.contains(reply.status())
        ? answer
        : new Surprise(
            "status %d with %s".formatted(reply.status(), answer.code()), reply.status());
  }

  private static String error(Reply reply) {
    return reply.status() == 200
        ? ""
        : reply.json().map(json -> new Fields(json).text("error")).orElse("");
  }
}
