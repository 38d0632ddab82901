package dev.latchkey.token.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(HoldConfig.class)
            .build()
            .getConfigMapping(HoldConfig.class);

    // Then
    assertThat(config.longest()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.limit()).isEqualTo(10_000);
  }
}
