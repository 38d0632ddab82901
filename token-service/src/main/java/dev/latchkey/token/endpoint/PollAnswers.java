package dev.latchkey.token.endpoint;

import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.RawAnswers;
import dev.latchkey.token.grant.PollAnswer;
import dev.latchkey.token.grant.PollAnswer.Delivered;
import dev.latchkey.token.grant.PollAnswer.Disallowed;
import dev.latchkey.token.grant.PollAnswer.NumberAwaited;
import dev.latchkey.token.grant.PollAnswer.TooEarly;
import dev.latchkey.token.grant.PollAnswer.TooMany;
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

  /** Nearly all polls are answered by one of these. */
  private static final Map<ErrorProfile, Map<Withheld, RestResponse<Buffer>>> READY = ready();

  private PollAnswers() {}

  static RestResponse<?> of(PollAnswer answer, ErrorProfile profile) {
    return switch (answer) {
      case Delivered(var tokens, var refreshToken) ->
          RestResponse.ok(TokenBody.of(tokens, refreshToken));
      case TooEarly(var interval) -> tooEarly(interval, profile);
      case TooMany(var retryAfter) ->
          ErrorAnswers.tooMany(
              OAuthError.SLOW_DOWN,
              "Too many unknown device codes; poll again after the time of Retry-After",
              retryAfter);
      case NumberAwaited awaited ->
          ErrorAnswers.of(
                  OAuthError.AUTHORIZATION_PENDING.status(profile), NumberAwaitedBody.of(awaited))
              .build();
      case Disallowed(var description) ->
          ErrorAnswers.of(
                  OAuthError.ACCESS_DENIED.status(profile),
                  new ErrorBody(OAuthError.ACCESS_DENIED, description))
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

  /** Switched off for now: likewise, and seldom. */
  static RestResponse<ErrorBody> switchedOff() {
    return ErrorAnswers.switchedOff(OAuthError.SLOW_DOWN);
  }

  private static RestResponse<?> tooEarly(Duration interval, ErrorProfile profile) {
    var seconds = interval.toSeconds();
    var description = "Poll every %d s from now on".formatted(seconds);
    var body = new ErrorBody(OAuthError.SLOW_DOWN, description, seconds);
    return ErrorAnswers.of(OAuthError.SLOW_DOWN.status(profile), body)
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
    return ErrorAnswers.of(error.status(profile), RawAnswers.body(error, description)).build();
  }
}
