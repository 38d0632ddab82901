package dev.latchkey.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.demo.PollAnswer.Pending;
import dev.latchkey.local.demo.PollAnswer.Refused;
import dev.latchkey.local.demo.PollAnswer.SlowDown;
import dev.latchkey.local.demo.PollAnswer.Tokens;
import dev.latchkey.local.demo.PollAnswer.Unreachable;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollerTest {

  private static final PollAnswer TOKENS = new Tokens(new JsonObject().put("access_token", "a"));

  private final Clock clock = new Clock();

  @Test
  void itPollsAtTheServersIntervalAndWaitsItFirst() {
    // When
    var moments = momentsOfPolls(new Pending(), new Pending(), TOKENS);

    // Then
    assertThat(moments).containsExactly(5L, 10L, 15L);
  }

  @Test
  void slowDownAddsFiveSecondsForGood() {
    // When
    var moments =
        momentsOfPolls(
            new SlowDown(400, Duration.ZERO),
            new Pending(),
            new SlowDown(503, Duration.ZERO),
            new Pending(),
            TOKENS);

    // Then
    assertThat(moments).containsExactly(5L, 15L, 25L, 40L, 55L);
  }

  @Test
  void aLongerIntervalInTheAnswerIsObeyed() {
    // When
    var moments = momentsOfPolls(new SlowDown(429, Duration.ofSeconds(30)), new Pending(), TOKENS);

    // Then
    assertThat(moments).containsExactly(5L, 35L, 65L);
  }

  @Test
  void aServerOutOfReachIsAskedLessAndLessOften() {
    // Given
    var gone = new Unreachable("ConnectException");

    // When
    var moments = momentsOfPolls(gone, gone, gone, gone, gone, TOKENS);

    // Then
    assertThat(moments).containsExactly(5L, 15L, 35L, 75L, 135L, 195L);
  }

  @Test
  void onceItAnswersAgainTheOldPaceReturns() {
    // When
    var moments = momentsOfPolls(new Unreachable("x"), new Unreachable("x"), new Pending(), TOKENS);

    // Then
    assertThat(moments).containsExactly(5L, 15L, 35L, 40L);
  }

  @Test
  void aRefusalEndsIt() {
    // Given
    var server = new Script(new Refused(400, "access_denied", "The person said no."), TOKENS);

    // When / Then
    assertThatThrownBy(() -> poll(server)).hasMessageContaining("access_denied");
    assertThat(server.moments).hasSize(1);
  }

  @Test
  void aServerOutOfReachIsGivenUpWhenTheCodeHasExpired() {
    // Given
    var gone = new Unreachable("x");
    var server = new Script(gone, gone, gone, gone, gone, gone, gone, gone, gone, gone, gone, gone);

    // When / Then
    assertThatThrownBy(() -> poll(server)).hasMessageContaining("expired");
    assertThat(server.moments.getLast()).isBetween(300L, 360L);
  }

  @Test
  void theErrorCodeDecidesWhateverTheStatus() {
    // When / Then
    assertThat(PollAnswer.read(403, error("authorization_pending"))).isInstanceOf(Pending.class);
    assertThat(PollAnswer.read(429, error("slow_down"))).isInstanceOf(SlowDown.class);
    assertThat(PollAnswer.read(503, error("temporarily_unavailable")))
        .isInstanceOf(Unreachable.class);
    assertThat(PollAnswer.read(403, error("expired_token"))).isInstanceOf(Refused.class);
    assertThat(PollAnswer.read(502, new JsonObject())).isInstanceOf(Unreachable.class);
  }

  private static JsonObject error(String code) {
    return new JsonObject().put("error", code);
  }

  private List<Long> momentsOfPolls(PollAnswer... answers) {
    var server = new Script(answers);
    poll(server);
    return server.moments;
  }

  private void poll(Script server) {
    var grant =
        new DeviceGrant(
            "secret",
            "WDJB-MJHT",
            URI.create("http://localhost/device"),
            null,
            Duration.ofSeconds(300),
            Duration.ofSeconds(5));
    var nobody =
        new Poller.Watcher() {
          @Override
          public void waiting(Duration untilPoll, Duration untilExpiry) {}

          @Override
          public void answered(PollAnswer answer, Duration untilNext) {}
        };
    new Poller(server, clock, nobody).poll("tv", grant);
  }

  /** A server that answers by a script, and notes when it was asked. */
  private final class Script implements TokenEndpoint {

    private final List<PollAnswer> answers;
    private final List<Long> moments = new ArrayList<>();

    Script(PollAnswer... answers) {
      this.answers = new ArrayList<>(List.of(answers));
    }

    @Override
    public PollAnswer poll(String client, String deviceCode) {
      moments.add(clock.now().getEpochSecond());
      return answers.removeFirst();
    }
  }

  private static final class Clock implements Pause {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void of(Duration duration) {
      now = now.plus(duration);
    }
  }
}
