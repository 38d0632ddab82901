package dev.latchkey.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class PlaygroundConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(PlaygroundConfig.class)
            .build()
            .getConfigMapping(PlaygroundConfig.class);

    // Then
    assertThat(config.enabled()).isFalse();
    assertThat(config.clientId()).isEqualTo("playground-tv");
    assertThat(config.scope()).isEqualTo("openid profile offline_access");
  }
}
