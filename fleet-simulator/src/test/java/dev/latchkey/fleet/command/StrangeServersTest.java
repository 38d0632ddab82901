package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.FakeServer.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that say what no device expects: the account stays right, and the fleet goes on. */
@Execution(ExecutionMode.CONCURRENT)
class StrangeServersTest {

  @Test
  void spansBeyondAllMeasureAreCountedOnceAndWaitedFor(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> patient(question, 99_999_999_999L, 99_999_999_999L);

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=2", "--duration=1s");

      // Then
      assertThat(outcome.code()).as(outcome.complaints()).isZero();
      assertThat(outcome.answers("start", "codes")).isEqualTo(2);
      assertThat(outcome.answers("start", "unanswered at the end")).isZero();
    }
  }

  @Test
  void anIntervalOfZeroIsASurpriseAndNoLeaveToPollWithoutAPause(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> patient(question, 600, 0);

      // When
      var outcome =
          new Fleet(folder).until(server, "/token", 4).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).containsExactly("start: codes with an interval of 0 or less");
      assertThat(ofFourPolls(server)).isGreaterThan(Duration.ofMillis(1_500));
    }
  }

  @Test
  void aFractionOfASecondIsAnInterval(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> patient(question, 600, 0.4);

      // When
      var outcome =
          new Fleet(folder).until(server, "/token", 4).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(ofFourPolls(server)).isGreaterThan(Duration.ofMillis(600));
    }
  }

  @Test
  void aCodeThatIsPendingForEverIsGivenUp(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.lifetime = 1;

      // When
      var outcome =
          new Fleet(folder).until(server, "/device/code", 2).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.ended("expired")).isEqualTo(1);
    }
  }

  @Test
  void tokensThatCouldNotBeReadAreNotHeldAgainstTheServerTwice(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (starts(question)) {
              return false;
            }
            if (server.asked("/token").size() == 1) {
              FakeServer.json(question.response(), 200, Map.of("access_token", "a"));
            } else {
              FakeServer.json(question.response(), 400, Map.of("error", "invalid_grant"));
            }
            return true;
          };

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises())
          .containsExactly("poll: tokens without access_token or token_type");
      assertThat(outcome.ended("tokens lost")).isEqualTo(1);
    }
  }

  @Test
  void saysWhyNothingIsRefreshedWithoutRefreshTokens(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (starts(question)) {
              return false;
            }
            FakeServer.json(
                question.response(), 200, Map.of("access_token", "a", "token_type", "Bearer"));
            return true;
          };

      // When
      var outcome =
          new Fleet(folder).run(server, "refresh", "--devices=3", "--rate=1000", "--approve=0");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isZero();
      assertThat(outcome.remarks("devices linked without a refresh token")).isEqualTo(3);
    }
  }

  /** From the first of them to the last; the machine may have stalled on the way. */
  private static Duration ofFourPolls(FakeServer server) {
    var polls = server.asked("/token");
    return Duration.ofNanos(polls.get(3).nanos() - polls.get(0).nanos());
  }

  private static boolean starts(Question question) {
    return question.asked().path().equals("/device/code");
  }

  /** Nobody ever decides. */
  private static boolean patient(Question question, Number lifetime, Number interval) {
    if (!starts(question)) {
      FakeServer.json(question.response(), 400, Map.of("error", "authorization_pending"));
      return true;
    }
    FakeServer.json(
        question.response(),
        200,
        Map.of(
            "device_code",
            "d",
            "user_code",
            "u",
            "verification_uri",
            "http://127.0.0.1/pages",
            "expires_in",
            lifetime,
            "interval",
            interval));
    return true;
  }
}
