package dev.latchkey.authz.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnrolmentConfigTest {

  @Test
  void theDefaultsAreThese() {
    // When
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(EnrolmentConfig.class)
            .build()
            .getConfigMapping(EnrolmentConfig.class);

    // Then
    assertThat(config.fourEyes()).isFalse();
    assertThat(config.longestValidity()).isEqualTo(Duration.ofDays(90));
  }
}
