package dev.latchkey.redis;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a browser session of the verification pages lives. */
@ConfigMapping(prefix = "latchkey.session")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface SessionConfig {

  /** A session unused for this long is over. */
  @WithDefault("30m")
  Duration idle();

  /** However much it is used, a session is over after this long and the person signs in again. */
  @WithDefault("12h")
  Duration lifetime();
}
