package dev.latchkey.authz.pace;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of the pace, as an operator may write them. */
final class PaceSettings {

  private PaceSettings() {}

  static PaceConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(PaceConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(PaceConfig.class);
  }
}
