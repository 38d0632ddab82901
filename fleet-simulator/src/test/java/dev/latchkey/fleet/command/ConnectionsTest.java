package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that end: which of it is the server's doing, and which our own. */
class ConnectionsTest {

  @Test
  void aConnectionThatIsClosedWhileIdleIsNoFailure(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // Given: the first poll finds its connection closed, on which the codes had come
      server.instead =
          question -> {
            var first = server.asked("/token").size() == 1;
            if (first && question.asked().path().equals("/token")) {
              question.hangUp().run();
              return true;
            }
            return false;
          };

      // When
      var outcome =
          new Fleet(folder).until(server, "/token", 3).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.answers("poll", "connection lost")).isZero();
      assertThat(outcome.answers("poll", "authorization_pending")).isPositive();
      assertThat(outcome.remarks("requests sent again")).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatIsClosedOverAPollThatWasHeldIsAFailure(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (server.asked("/token").size() != 1) {
              return false;
            }
            question.vertx().setTimer(2_500, id -> question.hangUp().run());
            return true;
          };

      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/token", 2)
              .run(server, "held", "--devices=1", "--approve=0");

      // Then
      assertThat(outcome.answers("poll", "connection lost")).isEqualTo(1);
      assertThat(outcome.remarks("requests sent again")).isZero();
    }
  }

  @Test
  void whetherAServerSpentTheCodeBeforeItClosedTheConnectionNobodyKnows(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/token")) {
              return false;
            }
            if (server.asked("/token").size() == 1) {
              question.hangUp().run();
            } else {
              FakeServer.json(question.response(), 400, Map.of("error", "invalid_grant"));
            }
            return true;
          };

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.surprises()).as(outcome.text()).isEmpty();
      assertThat(outcome.ended("tokens lost")).isEqualTo(1);
    }
  }

  @Test
  void aNewConnectionThatIsClosedIsAFailure(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            var first = server.asked("/device/code").size() == 1;
            if (first) {
              question.hangUp().run();
            }
            return first;
          };

      // When
      var outcome =
          new Fleet(folder).until(server, "/device/code", 2).run(server, "burst", "--devices=1");

      // Then
      assertThat(outcome.answers("start", "connection lost")).isEqualTo(1);
    }
  }

  @Test
  void anAnswerBeforeTheFormIsOutFreesTheConnection(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.hasty = true;

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "slow",
                  "--devices=2",
                  "--rate=1000",
                  "--bytes-per-second=2",
                  "--connections=1",
                  "--duration=4s");

      // Then
      assertThat(outcome.answers("start", "overload")).as(outcome.text()).isGreaterThan(1);
    }
  }

  @Test
  void pollsThatAreHeldAtTheEndAreNotSentAgain(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.holds = true;

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "held",
                  "--devices=50",
                  "--rate=1000",
                  "--threads=2",
                  "--wait=3s",
                  "--approve=0",
                  "--duration=5s"); // in the second hold

      // Then
      assertThat(outcome.code()).as(outcome.complaints()).isZero();
      assertThat(outcome.answers("held poll", "still held at the end")).isEqualTo(50);
    }
  }
}
