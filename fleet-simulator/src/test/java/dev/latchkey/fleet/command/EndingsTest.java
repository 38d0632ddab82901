package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.FleetSimulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How runs end: what the process tells its parent, and in which words. */
@Execution(ExecutionMode.CONCURRENT)
class EndingsTest {

  @Test
  void aFailureOfTheSimulatorEndsTheRun(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // Given: an event loop that fails when it is to say how far the run has got
      var fleet = new Fleet(folder);
      fleet.surroundings().breakProgress();

      // When
      var outcome = fleet.run(server, "burst", "--devices=1", "--duration=1h");

      // Then
      assertThat(outcome.code()).isEqualTo(70);
      assertThat(outcome.complaints())
          .contains("The simulator failed: java.lang.IllegalStateException: no terminal")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void anAnswerOutsideTheSpecificationsIsASurprise(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            if (!question.asked().path().equals("/token")) {
              return false;
            }
            var error = server.asked("/token").size() == 1 ? "what_is_this" : "access_denied";
            FakeServer.json(question.response(), 400, Map.of("error", error));
            return true;
          };

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=1", "--duration=1h");

      // Then
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.surprises()).containsExactly("poll: status 400 with what_is_this");
      assertThat(outcome.text()).contains("SURPRISES");
    }
  }

  @Test
  void aServerOfGarbageIsNoFailureOfOurs(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            question.response().setStatusCode(500).end("<html>at com.example.Main.main(Main.java)");
            return true;
          };

      // When
      var outcome = new Fleet(folder).run(server, "burst", "--devices=2", "--duration=1s");

      // Then
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.surprises()).containsExactly("start: status 500 without a JSON object");
      assertThat(outcome.text() + outcome.complaints()).doesNotContain("com.example", "Exception");
    }
  }

  @Test
  void aClientThatIsRejectedIsNotTriedForEver(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      server.instead =
          question -> {
            FakeServer.json(question.response(), 401, Map.of("error", "invalid_client"));
            return true;
          };

      // When
      var outcome =
          new Fleet(folder).run(server, "steady", "--devices=5", "--rate=1000", "--duration=1h");

      // Then
      assertThat(outcome.code()).isEqualTo(4);
      assertThat(outcome.answers("start", "invalid_client")).isEqualTo(5);
      assertThat(outcome.ended("rejected")).isEqualTo(5);
      assertThat(outcome.complaints()).contains("the server rejected the client");
    }
  }

  @Test
  void controlCEndsWithTheReport(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      var fleet = new Fleet(folder);
      server.instead =
          question -> {
            fleet.surroundings().pressControlC();
            return false;
          };

      // When
      var outcome = fleet.run(server, "burst", "--devices=5", "--duration=1h");

      // Then
      assertThat(outcome.code()).isEqualTo(130);
      assertThat(outcome.json().getBoolean("interrupted")).isTrue();
    }
  }

  @Test
  void aFileThatCouldNotBeWrittenIsNoSuccess(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      var fleet = new Fleet(folder);

      // When
      var code =
          fleet.execute(
              "burst",
              "--client-id=tv",
              "--rehearse=0s",
              "--devices=1",
              "--duration=1s",
              "--device-url=" + server.at("/device/code"),
              "--token-url=" + server.at("/token"),
              "--json=/dev/full");

      // Then
      assertThat(code).isEqualTo(73);
      assertThat(fleet.surroundings().said()).contains("codes: 1");
    }
  }

  @Test
  void valuesOfParametersMayBeSecret(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // When
      var outcome =
          new Fleet(folder)
              .until(server, "/device/code", 1)
              .run(server, "burst", "--devices=1", "--parameter=client_assertion=SECRETJWT");

      // Then
      assertThat(outcome.json().encode()).contains("client_assertion").doesNotContain("SECRETJWT");
      assertThat(outcome.html()).contains("client_assertion").doesNotContain("SECRETJWT");
    }
  }

  @Test
  void controlCBeforeTheRunSendsNothing(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      var fleet = new Fleet(folder);
      fleet.surroundings().pressControlCAtOnce();

      // When
      var outcome = fleet.run(server, "burst", "--devices=5", "--duration=1h");

      // Then
      assertThat(outcome.code()).isEqualTo(130);
      assertThat(server.asked("/device/code")).isEmpty();
    }
  }

  @Test
  void aProcessThatIsToldToStopWritesItsReport(@TempDir Path folder) throws Exception {
    try (var server = new FakeServer()) {
      var json = folder.resolve("run.json");
      var running = new CountDownLatch(1);
      server.instead =
          question -> {
            running.countDown();
            return false;
          };
      var process = process(server, folder, "--rehearse=0s", "--json=" + json);
      try {
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        // When
        process.destroy();

        // Then
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(new JsonObject(Files.readString(json)).getBoolean("interrupted")).isTrue();
        assertThat(folder.resolve("said")).content().contains("interrupted", "codes: 3");
      } finally {
        process.destroyForcibly(); // an hour's run, if anything above fails
      }
    }
  }

  private static Process process(FakeServer server, Path folder, String... options)
      throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FleetSimulator.class.getName(),
            "burst",
            "--devices=3",
            "--duration=1h",
            "--client-id=tv",
            "--device-url=" + server.at("/device/code"),
            "--token-url=" + server.at("/token"));
    command.command().addAll(List.of(options));
    return command
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }
}
