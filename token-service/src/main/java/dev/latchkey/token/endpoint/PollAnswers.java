package dev.latchkey.token.endpoint;

import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.RawAnswers;
import dev.latchkey.token.grant.PollAnswer;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers to polls, in the shape of the client's error profile (DESIGN section 3). */
final class PollAnswers {

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;

  /** Nearly all polls are answered by one of these. */
  private static final Map<ErrorProfile, Map<Withheld, RestResponse<Buffer>>> READY = ready();

  private PollAnswers() {}

  static RestResponse<?> of(PollAnswer answer, ErrorProfile profile) {
    return switch (answer) {
      case Delivered(var tokens, var refreshToken) ->
          RestResponse.ok(TokenBody.of(tokens, refreshToken));
      case TooEarly(var interval) -> tooEarly(interval, profile);
      case NumberAwaited awaited ->
          ErrorAnswers.of(
                  status(profile, OAuthError.AUTHORIZATION_PENDING), NumberAwaitedBody.of(awaited))
              .build();
      case Withheld withheld ->
          Objects.requireNonNull(Objects.requireNonNull(READY.get(profile)).get(withheld));
    };
  }

  /** A store is away: nothing has changed, and the device is to go on polling. */
  static RestResponse<ErrorBody> unavailable() {
    // RFC 8628 section 3.5 makes clients stop at any error they do not know.
    return ErrorAnswers.unavailable(
        OAuthError.SLOW_DOWN, "The service is busy or restarting; go on polling, more slowly");
  }

  private static RestResponse<?> tooEarly(Duration interval, ErrorProfile profile) {
    var seconds = interval.toSeconds();
    var status =
        switch (profile) {
          case RFC8628 -> OAuthError.SLOW_DOWN.status();
          case AUTH0 -> TOO_MANY_REQUESTS;
        };
    var description = "Poll every %d s from now on".formatted(seconds);
    return ErrorAnswers.of(status, new ErrorBody(OAuthError.SLOW_DOWN, description, seconds))
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  private static Map<ErrorProfile, Map<Withheld, RestResponse<Buffer>>> ready() {
    var all = new EnumMap<ErrorProfile, Map<Withheld, RestResponse<Buffer>>>(ErrorProfile.class);
    for (var profile : ErrorProfile.values()) {
      var answers = new EnumMap<Withheld, RestResponse<Buffer>>(Withheld.class);
      for (var withheld : Withheld.values()) {
        answers.put(withheld, ready(withheld, profile));
      }
      all.put(profile, answers);
    }
    return all;
  }

  private static RestResponse<Buffer> ready(Withheld withheld, ErrorProfile profile) {
    return switch (withheld) {
      case PENDING ->
          ready(
              profile,
              OAuthError.AUTHORIZATION_PENDING,
              "Nobody has decided yet; poll again after the interval");
      case DENIED -> ready(profile, OAuthError.ACCESS_DENIED, "The request was denied");
      case EXPIRED ->
          ready(profile, OAuthError.EXPIRED_TOKEN, "The codes have expired; ask for new ones");
      case INVALID ->
          ready(profile, OAuthError.INVALID_GRANT, "The device code is not valid for this client");
    };
  }

  private static RestResponse<Buffer> ready(
      ErrorProfile profile, OAuthError error, String description) {
    return ErrorAnswers.of(status(profile, error), RawAnswers.body(error, description)).build();
  }

  private static int status(ErrorProfile profile, OAuthError error) {
    return switch (profile) {
      case RFC8628 -> error.status();
      case AUTH0 -> FORBIDDEN;
    };
  }
}
