package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Second;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
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
      var outcome = new Fleet(folder).run(server, "burst", "--devices=3", "--duration=2s");

      // Then
      assertThat(outcome.json().getJsonArray("seconds").stream().map(JsonObject.class::cast))
          .isNotEmpty()
          .allSatisfy(
              second -> assertThat(second.fieldNames()).doesNotContain("p50", "p99", "max"));
      assertThat(outcome.html()).contains("longest");
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
