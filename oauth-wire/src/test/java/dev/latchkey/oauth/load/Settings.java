package dev.latchkey.oauth.load;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of an overload, as an operator may write them. */
final class Settings {

  private Settings() {}

  static OverloadConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(OverloadConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(OverloadConfig.class);
  }
}
