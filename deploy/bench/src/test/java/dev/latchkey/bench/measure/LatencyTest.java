package dev.latchkey.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bench.load.Latencies;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void theTailIsComparedRoundByRound() {
    // Given
    var rounds =
        List.of(
            Samples.waiting(new Latencies(0.5, 1, 2)),
            Samples.waiting(new Latencies(1, 4, 9)),
            Samples.waiting(new Latencies(2, 6, 7)));

    // When
    var latency = new Latency(Subject.POLL, 0.7, new Series(Grants.PENDING, rounds));

    // Then
    assertThat(latency.tail()).isEqualTo(new Spread(3, 2, 4));
    assertThat(latency.of(Latencies::p999)).isEqualTo(new Spread(7, 2, 9));
  }
}
