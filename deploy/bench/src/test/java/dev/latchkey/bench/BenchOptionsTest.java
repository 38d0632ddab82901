package dev.latchkey.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.bench.measure.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

  @Test
  void withoutOptionsItTakesItsTime() {
    // Given
    var args = List.<String>of();

    // When
    var options = BenchOptions.parse(args);

    // Then
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.starts()).isEqualTo(5);
    assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.steps()).startsWith(1_000L).endsWith(300_000L, 1_000_000L);
    assertThat(options.page()).isEqualTo(Path.of("docs/performance.md"));
    assertThat(options.flags()).contains("-XX:+UseSerialGC");
  }

  @Test
  void aQuickOneLeavesThePageAlone() {
    // Given
    var args = List.of("--quick", "--port", "28000", "--to", "0");

    // When
    var options = BenchOptions.parse(args);

    // Then
    assertThat(options.page().toString()).contains("target");
    assertThat(options.port()).isEqualTo(28_000);
    assertThat(options.steps()).isEmpty();
  }

  @Test
  void aStepNeedsOnlyItsOwnFigures() {
    // Given
    var args = List.of("--only", "poll,refresh");

    // When
    var options = BenchOptions.parse(args);

    // Then
    assertThat(options.only())
        .containsExactly(Subject.POLL, Subject.REFRESH, Subject.REFRESH_WITH_ID_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--speed", "--rounds", "--rounds 0", "--time soon", "--only polls"})
  void saysWhatItDoesNotUnderstand(String args) {
    // Given
    var words = List.of(args.split(" ", -1));

    // When
    var parsing = assertThatIllegalArgumentException().isThrownBy(() -> BenchOptions.parse(words));

    // Then
    parsing.withMessageContaining(words.getFirst());
  }
}
