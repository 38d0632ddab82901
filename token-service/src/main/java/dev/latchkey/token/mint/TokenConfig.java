package dev.latchkey.token.mint;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long tokens are valid where no API says so. */
@ConfigMapping(prefix = "latchkey.token")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface TokenConfig {

  /**
   * The lifetime of an access token that is for no registered API. Resource servers that do not
   * introspect take it until its end, so keep it short.
   */
  @WithDefault("1h")
  Duration accessTokenLifetime();

  /** The lifetime of an ID token; a device looks at it once, when it gets it. */
  @WithDefault("1h")
  Duration idTokenLifetime();

  /**
   * The lifetime of an access token for administration, which a client gets by {@code
   * client_credentials}.
   */
  @WithDefault("10m")
  Duration adminTokenLifetime();
}
