package dev.latchkey.oauth.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(SwitchConfig.class)
            .build()
            .getConfigMapping(SwitchConfig.class);

    // Then
    assertThat(config.checkEvery()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 99, 3_001})
  void whatIsTooSeldomOrTooOftenIsRefusedAtStart(long millis) {
    // Given
    var every = Duration.ofMillis(millis);

    // When
    var checking = assertThatThrownBy(() -> SwitchRounds.checked(every));

    // Then
    checking.hasMessageContaining("latchkey.kill-switches.check-every");
  }
}
