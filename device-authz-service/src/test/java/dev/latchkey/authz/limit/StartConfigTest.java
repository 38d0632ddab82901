package dev.latchkey.authz.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.limit.Rate;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(StartConfig.class)
            .build()
            .getConfigMapping(StartConfig.class);

    // Then
    assertThat(config.perAddress()).isEqualTo(new Rate(300, Duration.ofMinutes(1)));
  }
}
