package dev.latchkey.fleet.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadersTest {

  static Stream<Arguments> polls() {
    return Stream.of(
        arguments(400, "{'error':'authorization_pending'}", Waiting.PENDING),
        arguments(403, "{'error':'authorization_pending'}", Waiting.PENDING),
        arguments(400, "{'error':'access_denied'}", Verdict.DENIED),
        arguments(403, "{'error':'expired_token'}", Verdict.EXPIRED),
        arguments(400, "{'error':'invalid_grant'}", Gone.INVALID_GRANT),
        arguments(401, "{'error':'invalid_client'}", new Rejected("invalid_client")),
        arguments(
            400,
            "{'error':'slow_down','interval':10}",
            new SlowDown(Duration.ofSeconds(10), Duration.ZERO)),
        arguments(429, "{'error':'slow_down'}", new SlowDown(Duration.ZERO, Duration.ZERO)),
        arguments(
            200,
            "{'access_token':'a','token_type':'Bearer','expires_in':1e300}",
            new Tokens(null, Duration.ofDays(3_650))),
        arguments(
            400,
            "{'error':'slow_down','interval':7.0001}",
            new SlowDown(Duration.ofMillis(7_001), Duration.ZERO)),
        arguments(503, "<html>", new Later("", Duration.ZERO)),
        arguments(429, "{'error':'too_many'}", new Later("too_many", Duration.ZERO)),
        arguments(
            200,
            "{'access_token':'a','token_type':'Bearer','expires_in':60,'refresh_token':'r'}",
            new Tokens("r", Duration.ofSeconds(60))),
        arguments(
            200,
            "{'access_token':'a'}",
            new Surprise("tokens without access_token or token_type", 200)),
        arguments(200, "[]", new Surprise("status 200 without a JSON object", 200)),
        arguments(500, "oops", new Surprise("status 500 without a JSON object", 500)),
        arguments(
            401,
            "{'error':'authorization_pending'}",
            new Surprise("status 401 with authorization_pending", 401)),
        arguments(400, "{'error':'<script>'}", new Surprise("status 400 with no error code", 400)),
        arguments(400, "{'error':'nonsense'}", new Surprise("status 400 with nonsense", 400)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("polls")
  void aPollsReplyMeansOneThing(int status, String body, PollAnswer expected) {
    // When
    var answer = TokenReader.poll(reply(status, body, null));

    // Then
    assertThat(answer).isEqualTo(expected);
  }

  @Test
  void anOverloadKeepsItsRetryAfter() {
    // When
    var answer = TokenReader.poll(reply(503, "{'error':'slow_down'}", "30"));

    // Then
    assertThat(answer).isEqualTo(new SlowDown(Duration.ZERO, Duration.ofSeconds(30)));
  }

  @Test
  void pendingIsNoAnswerToARefresh() {
    // When
    var answer = TokenReader.refresh(reply(400, "{'error':'authorization_pending'}", null));

    // Then
    assertThat(answer).isEqualTo(new Surprise("status 400 with authorization_pending", 400));
  }

  static Stream<Arguments> starts() {
    return Stream.of(
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v','expires_in':60}",
            new Codes("d", "u", "v", null, Duration.ofSeconds(60), Duration.ofSeconds(5))),
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v','expires_in':0.4,'interval':0.5}",
            new Codes("d", "u", "v", null, Duration.ofMillis(400), Duration.ofMillis(500))),
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v','expires_in':60,'interval':-3}",
            new Codes("d", "u", "v", null, Duration.ofSeconds(60), Duration.ZERO)),
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v','expires_in':99999999999,'interval':99999999999999999999}",
            new Codes("d", "u", "v", null, Duration.ofDays(3_650), Duration.ofDays(3_650))),
        arguments(
            "{'device_code':'d','user_code':'u','verification_url':'v','expires_in':60}",
            new Surprise("codes without verification_uri", 200)),
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v'}",
            new Surprise("codes without expires_in", 200)),
        arguments(
            "{'device_code':'d','user_code':'u','verification_uri':'v','expires_in':60,'interval':'5'}",
            new Surprise("codes with an interval that is no number of seconds", 200)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void codesNeedAllThatSection32Requires(String body, StartAnswer expected) {
    // When
    var answer = StartReader.read(reply(200, body, null));

    // Then
    assertThat(answer).isEqualTo(expected);
  }

  @Test
  void secretsAreNotPrinted() {
    // When
    var answer = TokenReader.poll(reply(200, "{'access_token':'secret','token_type':'B'}", null));

    // Then
    assertThat(answer.toString()).doesNotContain("secret");
  }

  private static Reply reply(int status, String body, @Nullable String retryAfter) {
    return new Reply(status, retryAfter, Buffer.buffer(body.replace('\'', '"')));
  }
}
