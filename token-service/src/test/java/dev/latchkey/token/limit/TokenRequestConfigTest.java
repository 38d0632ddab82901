package dev.latchkey.token.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.limit.Rate;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenRequestConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(TokenRequestConfig.class)
            .build()
            .getConfigMapping(TokenRequestConfig.class);

    // Then
    assertThat(config.unknownCodesPerAddress()).isEqualTo(new Rate(300, Duration.ofMinutes(1)));
    assertThat(config.refreshesPerDevice()).isEqualTo(new Rate(30, Duration.ofMinutes(1)));
  }
}
