package dev.latchkey.token.impatient;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings of impatience, as an operator may write them. */
final class ImpatientSettings {

  private ImpatientSettings() {}

  static ImpatientConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(ImpatientConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(ImpatientConfig.class);
  }
}
