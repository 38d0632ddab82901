package dev.latchkey.oauth.origin;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of this package, as an operator writes it. */
final class Origins {

  private Origins() {}

  static OriginConfig config(String publicUrl, String... trustedProxies) {
    var settings = new HashMap<>(Map.of("latchkey.public-url", publicUrl));
    if (trustedProxies.length > 0) {
      settings.put("latchkey.trusted-proxies", String.join(",", List.of(trustedProxies)));
    }
    return new SmallRyeConfigBuilder()
        .withMapping(OriginConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(OriginConfig.class);
  }
}
