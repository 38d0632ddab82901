package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Second;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a server that does not answer looks like. */
@Execution(ExecutionMode.CONCURRENT)
class StallTest {

  @Test
  void aSecondWithoutAnswersHasNoTimes(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> true;

      // When
      var outcome =
          new Fleet(folder).run(server, "burst", "--devices=3", "--timeout=60s", "--duration=2s");

      // Then
      assertThat(outcome.json().getJsonArray("seconds").stream().map(JsonObject.class::cast))
          .isNotEmpty()
          .allSatisfy(
              second -> assertThat(second.fieldNames()).doesNotContain("p50", "p99", "max"));
      assertThat(outcome.html()).contains("longest");
    }
  }

  @Test
  void whatNeverLeftHasNoServiceTimeAndIsNoRate(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> true;

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "burst",
                  "--devices=20",
                  "--connections=2",
                  "--timeout=60s",
                  "--duration=2s");

      // Then
      var starts = outcome.rows("start").getFirst();
      var millis = outcome.json().getDouble("duration_seconds") * 1_000;
      assertThat(outcome.answers("start", "not sent by the end")).isEqualTo(18);
      assertThat(outcome.answers("start", "unanswered at the end")).isEqualTo(2);
      assertThat(starts.getDouble("per_second")).isPositive().isLessThan(1.1);
      assertThat(starts.getJsonObject("latency").getDouble("p50"))
          .isBetween(millis / 2, millis + 500);
      assertThat(starts.getJsonObject("service").getDouble("p50")).isGreaterThan(5_000);
      assertThat(server.asked("/device/code")).hasSize(2);
    }
  }

  @Test
  void nothingIsSentAfterTheEnd(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            question
                .vertx()
                .setTimer(
                    4_000,
                    id -> FakeServer.json(question.response(), 503, Map.of("error", "busy")));
            return true;
          };

      // When
      new Fleet(folder).run(server, "burst", "--devices=20", "--connections=2", "--duration=2s");

      // Then
      assertThat(server.asked("/device/code")).hasSize(2);
    }
  }

  @Test
  void aServerThatHoldsNothingStallsThePollsThatItMayHold(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> question.asked().path().equals("/token");

      // When
      var outcome =
          new Fleet(folder)
              .run(server, "held", "--devices=3", "--rate=1000", "--wait=20s", "--duration=4s");

      // Then
      assertThat(outcome.rows("held poll")).isEmpty();
      assertThat(outcome.answers("poll", "unanswered at the end")).isEqualTo(3);
      var latency = outcome.rows("poll").getLast().getJsonObject("latency");
      assertThat(latency.getDouble("max")).isGreaterThan(5_000); // it was waited for
    }
  }

  @Test
  void aServerThatHasHeldAPollHoldsThoseOfTheEnd(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.holds = true;

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "held",
                  "--devices=3",
                  "--rate=1000",
                  "--wait=4s",
                  "--approve=0",
                  "--duration=7s"); // in the middle of the second hold

      // Then
      assertThat(outcome.answers("held poll", "still held at the end")).isPositive();
      assertThat(outcome.answers("poll", "unanswered at the end")).isZero();
    }
  }

  @Test
  void whatARebootLeavesInTheQueueIsCounted(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/token")) {
              return false;
            }
            question
                .vertx()
                .setTimer(
                    400,
                    id ->
                        FakeServer.json(
                            question.response(), 400, Map.of("error", "authorization_pending")));
            return true;
          };

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "reboot",
                  "--devices=20",
                  "--rate=1000",
                  "--connections=2",
                  "--at=5s",
                  "--within=0s",
                  "--duration=6s");

      // Then
      assertThat(outcome.answers("poll", "given up in the queue")).isGreaterThan(8);
    }
  }

  @Test
  void anOverloadWithoutAnErrorCodeIsCalledOne(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            question.response().setStatusCode(429).end();
            return true;
          };

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=2", "--duration=1s");

      // Then
      assertThat(outcome.answers("start", "overload")).isGreaterThanOrEqualTo(2);
      assertThat(outcome.text()).contains("429 overload: ");
    }
  }

  @Test
  void progressHasADashForIt() {
    // When
    var line = Progress.line(Second.of(7, new Interval(), Census.NOTHING));

    // Then
    assertThat(line).isEqualTo("   7 s | 0 a second, p50 -, p99 -, max -");
  }
}
