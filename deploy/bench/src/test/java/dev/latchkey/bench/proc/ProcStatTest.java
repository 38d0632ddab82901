package dev.latchkey.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcStatTest {

  @Test
  void readsUserAndKernelTimeBehindAnyName() {
    // Given
    var line =
        "4711 (a) b (c 1 2 3) S 1 4711 4711 0 -1 4194560 900 0 0 0 250 50 7 3 20 0 1 0 100 0 0";

    // When
    var stat = ProcStat.parse(line);

    // Then
    assertThat(stat.own()).isEqualTo(Duration.ofSeconds(3));
    assertThat(stat.reaped()).isEqualTo(Duration.ofMillis(100));
  }
}
