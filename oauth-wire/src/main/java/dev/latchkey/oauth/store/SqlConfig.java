package dev.latchkey.oauth.store;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient we are with PostgreSQL. Where it is: {@code quarkus.datasource.*}. */
@ConfigMapping(prefix = "latchkey.sql")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SqlConfig {

  /** How long one piece of work may take before the request is answered 503. At most 3 s. */
  @WithDefault("3s")
  Duration timeout();

  /**
   * How many pieces of work may be under way or waiting; further ones are answered 503 at once. A
   * refresh is two short ones, so that this many wait well below the timeout; a fleet that comes
   * back after a power cut is served instead of being sent away.
   */
  @WithDefault("1024")
  int parallel();

  /**
   * How many connections a pod keeps when nobody needs them, beside those in use, so that who comes
   * after a lull need not wait for one to be made. They are spread over its event loops. At most
   * half of the pool, which is {@code quarkus.datasource.reactive.max-size}; 0 keeps none.
   */
  @WithDefault("4")
  int kept();
}
