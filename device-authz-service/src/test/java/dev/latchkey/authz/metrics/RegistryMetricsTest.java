package dev.latchkey.authz.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.metrics.RegistryMetrics.Failure;
import dev.latchkey.authz.registry.RegistryChange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryMetricsTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final RegistryMetrics metrics = new RegistryMetrics(registry);

  @Test
  void anInvalidFileShowsUntilAValidOneIsThere() {
    // Given
    metrics.fileIsValid();

    // When
    metrics.failed(Failure.INVALID);
    var invalid = gauge("latchkey.registry.valid");
    metrics.fileIsValid();

    // Then
    assertThat(invalid).isZero();
    assertThat(gauge("latchkey.registry.valid")).isEqualTo(1);
  }

  @Test
  void aStoreThatIsAwaySaysNothingAgainstTheFile() {
    // When
    metrics.failed(Failure.NOT_STORED);

    // Then
    assertThat(gauge("latchkey.registry.valid")).isEqualTo(1);
    assertThat(gauge("latchkey.registry.in.step.timestamp")).isZero();
  }

  @Test
  void whatWasNotAsDeclaredIsCountedByKind() {
    // When
    metrics.reconciled(new RegistryChange(List.of("a", "b", "c"), List.of("d", "e"), List.of("f")));

    // Then
    assertThat(changes("added")).isEqualTo(3);
    assertThat(changes("changed")).isEqualTo(2);
    assertThat(changes("stopped")).isEqualTo(1);
    assertThat(gauge("latchkey.registry.in.step.timestamp")).isPositive();
  }

  @Test
  void whatDiffersIsToldUntilItDoesNoMore() {
    // When
    metrics.differs(new RegistryChange(List.of("a"), List.of("b"), List.of()));
    var drift = gauge("latchkey.registry.drift");
    var inStep = gauge("latchkey.registry.in.step.timestamp");
    metrics.differs(new RegistryChange(List.of(), List.of(), List.of()));

    // Then
    assertThat(drift).isEqualTo(2);
    assertThat(inStep).isZero();
    assertThat(gauge("latchkey.registry.drift")).isZero();
    assertThat(gauge("latchkey.registry.in.step.timestamp")).isPositive();
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  private double changes(String change) {
    return registry.get("latchkey.registry.changes").tag("change", change).counter().count();
  }
}
