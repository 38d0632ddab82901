package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** None of the people who were due is left out of the account. */
@Execution(ExecutionMode.CONCURRENT)
class PeopleTest {

  @Test
  void whoFoundNoBrowserIsCountedWithTheWaiting(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/pages")) {
              return false;
            }
            question
                .vertx()
                .setTimer(500, id -> question.response().setStatusCode(404).end("nothing"));
            return true;
          };

      // When
      var outcome = approving(folder, server, "--devices=20", "--duration=4s");

      // Then
      var notBegun = outcome.answers("decision", "not begun by the end");
      var tried = outcome.answers("decision", "from /pages");
      assertThat(notBegun).as(outcome.text()).isPositive();
      assertThat(notBegun + tried).isEqualTo(20);
      var decisions = outcome.rows("decision").getFirst();
      assertThat(decisions.getJsonObject("latency").getDouble("max")).isGreaterThan(1_500);
      assertThat(decisions.getDouble("per_second")).isLessThan(3.5);
    }
  }

  @Test
  void aPageThatNeverComesIsUnansweredAndNobodyDecided(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead = question -> question.asked().path().equals("/pages");

      // When
      var outcome = approving(folder, server, "--devices=3", "--duration=3s");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isEqualTo(4);
      assertThat(outcome.answers("page", "unanswered at the end")).isEqualTo(1);
      assertThat(outcome.answers("decision", "unanswered at the end")).isEqualTo(1);
      assertThat(outcome.answers("decision", "not begun by the end")).isEqualTo(2);
    }
  }

  @Test
  void whoWalksAtTheEndMayArrive(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/decide")) {
              return false;
            }
            question.vertx().setTimer(4_000, id -> question.response().end("<title>Done"));
            return true;
          };

      // When
      var outcome = approving(folder, server, "--devices=3", "--duration=2s");

      // Then
      assertThat(outcome.code()).as(outcome.text()).isZero();
      assertThat(outcome.answers("decision", "decided")).isEqualTo(1);
      assertThat(outcome.answers("decision", "not begun by the end")).isEqualTo(2);
      assertThat(server.asked("/decide")).hasSize(1); // nobody sets out after the end
    }
  }

  @Test
  void aRefusedPageIsAnErrorOfThePages(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/pages")) {
              return false;
            }
            question.response().setStatusCode(404).end("nothing");
            return true;
          };

      // When
      var outcome = approving(folder, server, "--devices=2", "--duration=4s");

      // Then
      assertThat(statuses(outcome, "page")).containsExactly(404);
      assertThat(statuses(outcome, "decision")).containsExactly(404);
      assertThat(
              outcome.json().getJsonArray("seconds").stream()
                  .map(second -> ((JsonObject) second).getJsonObject("answered"))
                  .mapToLong(answered -> answered.getLong("page", 0L))
                  .sum())
          .isEqualTo(2);
    }
  }

  @Test
  void aRedirectToAForeignHostIsAPageThatWasAskedFor(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/pages")) {
              return false;
            }
            var elsewhere = "https://elsewhere.example.com/";
            question.response().setStatusCode(302).putHeader("Location", elsewhere).end();
            return true;
          };

      // When
      var outcome = approving(folder, server, "--devices=2", "--duration=3s");

      // Then
      assertThat(statuses(outcome, "page")).containsExactly(302);
      assertThat(statuses(outcome, "decision")).containsExactly(302);
    }
  }

  private static List<Integer> statuses(Fleet.Outcome outcome, String request) {
    return outcome.rows(request).stream()
        .flatMap(row -> row.getJsonArray("answers").stream())
        .map(answer -> ((JsonObject) answer).getInteger("status"))
        .toList();
  }

  private static Fleet.Outcome approving(
      Path folder, FakeServer server, String devices, String duration) {
    return new Fleet(folder)
        .run(
            server,
            "burst",
            "--approve=1",
            "--browsers=1",
            "--decide-after=0s",
            "--decide-within=0s",
            devices,
            duration);
  }
}
