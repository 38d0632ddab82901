package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whole scenarios, from the command line to the files; most end by a Ctrl-C when enough was seen.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {

  @Test
  void aSteadyFleetIsApprovedThroughThePages(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "steady",
                  "--devices=20",
                  "--rate=40",
                  "--approve=1",
                  "--decide-after=0s",
                  "--decide-within=1s",
                  "--come-back=false");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isZero();
      assertThat(outcome.ended("linked")).isEqualTo(20);
      assertThat(outcome.answers("decision", "decided")).isEqualTo(20);
      assertThat(outcome.rows("handover")).isNotEmpty();
      assertThat(outcome.html()).contains("<svg").doesNotContain("<script", "http-equiv");
    }
  }

  @Test
  void deniedDevicesStop(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "burst",
                  "--devices=10",
                  "--deny=1",
                  "--decide-after=0s",
                  "--decide-within=0s");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isZero();
      assertThat(outcome.ended("denied")).isEqualTo(10);
    }
  }

  @Test
  void inABurstAllStartAtOnceAndNoneIsForgotten(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 700)
              .run(server, "burst", "--devices=500", "--threads=2");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("start", "codes")).isEqualTo(500);
    }
  }

  @Test
  void aRebootedDeviceAsksForNewCodes(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/device/code", 60)
              .run(server, "reboot", "--devices=30", "--rate=1000", "--at=2s", "--within=100ms");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("start", "codes")).isBetween(59L, 60L);
    }
  }

  @Test
  void behindNatAllClaimOneAddress(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      new Fleet(folder)
          .until(server, "/device/code", 20)
          .run(server, "nat", "--devices=20", "--rate=1000");

      // Then
      assertThat(server.asked("/device/code"))
          .hasSize(20)
          .allMatch(asked -> "198.18.0.0".equals(asked.headers().get("x-forwarded-for")));
    }
  }

  @Test
  void fastClocksAndImpatienceEarnSlowDown(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 100)
              .run(server, "impatient", "--devices=10", "--rate=1000", "--poll-every=200ms");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("poll", "slow_down")).isPositive();
    }
  }

  @Test
  void anEarlyDeviceThatHeedsSlowDownIsSlowedOnce(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 22)
              .run(server, "clock", "--devices=10", "--rate=1000", "--clock-error=100");

      // Then
      assertThat(outcome.answers("poll", "slow_down")).isBetween(8L, 12L);
    }
  }

  @Test
  void droppedAnswersAreCountedAndNotTimed(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/device/code", 40)
              .run(
                  server, "lost", "--devices=40", "--rate=1000", "--approve=0", "--lost-share=0.5");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("start", "dropped by the device")).isPositive();
    }
  }

  @Test
  void aSlowNetworkTrickles(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 1)
              .run(server, "slow", "--devices=10", "--rate=1000", "--bytes-per-second=20");

      // Then: the form is "client_id=tv", twelve bytes
      var start = outcome.rows("start").getFirst();
      assertThat(start.getJsonObject("latency").getDouble("p50")).isGreaterThan(490.0);
      assertThat(start.getJsonObject("service").getDouble("p50"))
          .isLessThan(start.getJsonObject("latency").getDouble("p50") / 2);
    }
  }

  @Test
  void heldPollsAreAnsweredWhenSomebodyDecides(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.holds = true;

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "held",
                  "--devices=10",
                  "--rate=1000",
                  "--wait=20s",
                  "--approve=1",
                  "--decide-after=2s",
                  "--decide-within=500ms",
                  "--come-back=false");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isZero();
      assertThat(outcome.answers("held poll", "tokens")).isEqualTo(10);
      var handover = outcome.rows("handover").getFirst().getJsonObject("latency");
      assertThat(handover.getDouble("p50")).isLessThan(800); // the interval is 1 s
    }
  }

  @Test
  void aServerThatDoesNotHoldPollsWorksToo(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 25)
              .run(server, "held", "--devices=10", "--rate=1000", "--approve=0");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("poll", "authorization_pending")).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void linkedDevicesRefreshOnAFastClockAndRepeatThemselves(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 150)
              .run(
                  server,
                  "refresh",
                  "--devices=10",
                  "--rate=1000",
                  "--refresh-speed=14400",
                  "--decide-after=0s",
                  "--decide-within=0s",
                  "--parallel-share=1",
                  "--repeat-share=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("refresh", "tokens")).isGreaterThan(100);
    }
  }

  @Test
  void proofKeysFitTheirChallenges(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      new Fleet(folder)
          .until(server, "/token", 5)
          .run(server, "burst", "--devices=5", "--pkce", "--parameter=a=b c");

      // Then
      assertThat(server.asked("/device/code"))
          .allMatch(asked -> asked.form().getOrDefault("code_challenge", "").length() == 43)
          .allMatch(asked -> "b c".equals(asked.form().get("a")));
      assertThat(server.asked("/token"))
          .isNotEmpty()
          .allMatch(asked -> asked.form().getOrDefault("code_verifier", "").length() == 43);
    }
  }

  @Test
  void aDeviceWhoseCodeRanOutStartsAgain(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/token")) {
              return false;
            }
            FakeServer.json(question.response(), 400, Map.of("error", "expired_token"));
            return true;
          };
      server.lifetime = 1;

      // When
      var outcome =
          new Fleet(folder).until(server, "/device/code", 2).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.ended("expired")).isEqualTo(1);
    }
  }
}
