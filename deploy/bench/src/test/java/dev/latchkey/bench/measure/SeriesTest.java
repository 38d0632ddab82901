package dev.latchkey.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.bench.load.Latencies;
import dev.latchkey.bench.load.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final Latencies NONE = new Latencies(0, 0, 0);

  @Test
  void comparesRoundByRound() {
    // Given
    var unit = Samples.series(0.02, 0.04, 0.03);
    var poll = Samples.series(0.03, 0.06, 0.03);

    // When
    var times = poll.times(unit);

    // Then
    assertThat(times.median()).isCloseTo(1.5, within(1e-9));
    assertThat(times.least()).isCloseTo(1, within(1e-9));
    assertThat(times.most()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void costIsOfAThousandRequestsAtServerAndStores() {
    // Given
    var outcome = new Outcome(Map.of("200", 4_000L), 2, NONE);
    var sample =
        new Sample(
            outcome, Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(600), 1);

    // When
    var cost = sample.cost();

    // Then
    assertThat(cost).isCloseTo(0.5, within(1e-9));
    assertThat(sample.rate()).isCloseTo(2_000, within(1e-9));
  }

  @Test
  void tellsWhatWasAnsweredOtherwise() {
    // Given
    var outcome = new Outcome(Map.of("200", 5L, "503", 2L), 1, NONE);
    var sample = new Sample(outcome, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1);

    // When
    var series = new Series("200", List.of(sample, sample));

    // Then
    assertThat(series.requests()).isEqualTo(14);
    assertThat(series.unexpected()).isEqualTo(4);
  }
}
