package dev.latchkey.ui.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.limit.Rate;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitConfigTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(LimitConfig.class)
            .build()
            .getConfigMapping(LimitConfig.class);

    // Then
    assertThat(config.codesPerSession()).isEqualTo(new Rate(10, TEN_MINUTES));
    assertThat(config.codesPerAccount()).isEqualTo(new Rate(20, Duration.ofHours(1)));
    assertThat(config.codesPerAddress()).isEqualTo(new Rate(200, TEN_MINUTES));
    assertThat(config.loginFirstFailures()).isEqualTo(500);
    assertThat(config.loginFirstRatio()).isEqualTo(0.6);
    assertThat(config.loginFirstWindow()).isEqualTo(TEN_MINUTES);
    assertThat(config.loginFirstFor()).isEqualTo(QUARTER);
    assertThat(config.passwordsPerAddress()).isEqualTo(new Rate(100, TEN_MINUTES));
    assertThat(config.freePasswordFailures()).isEqualTo(5);
    assertThat(config.firstPasswordDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.longestPasswordDelay()).isEqualTo(QUARTER);
    assertThat(config.passwordFailureForgottenAfter()).isEqualTo(QUARTER);
    assertThat(config.qrPerAddress()).isEqualTo(new Rate(600, Duration.ofMinutes(1)));
    assertThat(config.passkeysPerAddress()).isEqualTo(new Rate(300, TEN_MINUTES));
  }
}
