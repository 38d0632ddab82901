package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.metrics.RegistryMetrics;
import dev.latchkey.authz.registry.RegistryChange;
import dev.latchkey.authz.switches.SwitchChange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RegistryDriftTest {

  private static final RegistryChange NONE = new RegistryChange(List.of(), List.of(), List.of());

  private static final SwitchChange NO_SWITCH = new SwitchChange(Set.of(), Set.of());

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void isLookedForAtOnceAndThenFromTimeToTime() {
    // Given
    var drift = drift(Map.of());
    var atFirst = drift.isDue();

    // When
    drift.found(NONE, NO_SWITCH);

    // Then
    assertThat(atFirst).isTrue();
    assertThat(drift.isDue()).isFalse();
  }

  @Test
  void isInTheMetrics() {
    // When
    drift(Map.of())
        .found(new RegistryChange(List.of("client a"), List.of(), List.of("API b")), NO_SWITCH);

    // Then
    assertThat(registry.get("latchkey.registry.drift").gauge().value()).isEqualTo(2);
  }

  @Test
  void looksThatNeverEndAreRefusedAtStart() {
    Assertions.assertThatThrownBy(() -> drift(Map.of("latchkey.registry.compare-every", "999ms")))
        .hasMessageContaining("latchkey.registry.compare-every");
  }

  @Test
  void nothingIsADryRunUnlessSaid() {
    // When
    var config = config(Map.of());

    // Then
    assertThat(config.dryRun()).isFalse();
    assertThat(config.compareEvery()).isEqualTo(Duration.ofMinutes(1));
  }

  private RegistryDrift drift(Map<String, String> settings) {
    return new RegistryDrift(new RegistryMetrics(registry), config(settings));
  }

  private static RegistryConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(RegistryConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(RegistryConfig.class);
  }
}
