package dev.latchkey.oauth.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.metrics.StoreMetrics.SqlKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreMetricsTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final StoreMetrics metrics = new StoreMetrics(registry);

  @Test
  void callsOfOneScriptAreTimedTogether() {
    // When
    metrics.answered("poll", Duration.ofMillis(3).toNanos());
    metrics.answered("poll", Duration.ofMillis(5).toNanos());

    // Then
    var timer = registry.get("latchkey.store.call").tags("store", "redis", "call", "poll").timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(8);
  }

  @Test
  void aCallWithoutAnAnswerIsAFailureAndHasNoTime() {
    // When
    metrics.failed("poll");

    // Then
    var tags = new String[] {"store", "redis", "call", "poll"};
    assertThat(registry.get("latchkey.store.failures").tags(tags).counter().count()).isEqualTo(1);
    assertThat(registry.get("latchkey.store.call").tags(tags).timer().count()).isZero();
  }

  @Test
  void workWithPostgresqlIsCountedFromTheStart() {
    // When
    metrics.failed(SqlKind.SESSION);
    metrics.answered(SqlKind.STATEMENT, System.nanoTime());

    // Then
    assertThat(failures("session")).isEqualTo(1);
    assertThat(failures("statement")).isZero();
    assertThat(
            registry
                .get("latchkey.store.call")
                .tags("store", "postgresql", "call", "statement")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void refusalsAreCountedByTheNameOfTheLimit() {
    // When
    metrics.limited("codes-per-session");
    metrics.limited("codes-per-session");

    // Then
    assertThat(registry.get("latchkey.limited").tag("limit", "codes-per-session").counter().count())
        .isEqualTo(2);
  }

  private double failures(String call) {
    return registry
        .get("latchkey.store.failures")
        .tags("store", "postgresql", "call", call)
        .counter()
        .count();
  }
}
