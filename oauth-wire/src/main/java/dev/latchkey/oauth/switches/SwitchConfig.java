package dev.latchkey.oauth.switches;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon this replica knows of a kill switch. */
@ConfigMapping(prefix = "latchkey.kill-switches")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SwitchConfig {

  /**
   * How often each replica reads the kill switches from PostgreSQL, 100 ms to 3 s. With {@code
   * latchkey.registry.check-every} it is how long a switch in the registry file takes until it is
   * thrown everywhere: 8 s with both defaults.
   */
  @WithDefault("2s")
  Duration checkEvery();
}
