package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.FakeServer.Question;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Coordinated omission: a tool that waits for an answer before it asks again sees one slow request
 * per connection where a whole second of requests had to wait.
 */
class OpenLoopTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void aStallOfASecondIsChargedForAllThatHadToWait(@TempDir Path folder) {
    try (var server = new FakeServer()) {
      // Given: four connections, and 200 polls a second, of which a second's worth finds nobody
      server.instead = stalling(2 * SECOND, 3 * SECOND);

      // When
      var outcome =
          new Fleet(folder)
              .run(
                  server,
                  "steady",
                  "--devices=200",
                  "--rate=200",
                  "--duration=5s",
                  "--connections=4");

      // Then
      var polls = outcome.rows("poll").getLast();
      var latency = polls.getJsonObject("latency");
      var service = polls.getJsonObject("service");
      assertThat(latency.getDouble("p99.9")).isGreaterThan(850);
      assertThat(latency.getDouble("p90")).isGreaterThan(200);
      assertThat(service.getDouble("p90")) // what the naive tool would report
          .isLessThan(latency.getDouble("p90") / 2);
    }
  }

  /** Answers whatever comes in that time of the run at its end only. */
  private static Predicate<Question> stalling(long from, long to) {
    var first = new long[1];
    return question -> {
      var now = question.asked().nanos();
      first[0] = first[0] == 0 ? now : first[0];
      var at = now - first[0];
      if (at < from || at > to || !question.asked().path().equals("/token")) {
        return false;
      }
      question
          .vertx()
          .setTimer(
              Math.max(1, (to - at) / 1_000_000),
              id ->
                  FakeServer.json(
                      question.response(), 400, Map.of("error", "authorization_pending")));
      return true;
    };
  }
}
