package dev.latchkey.redis;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the shared state in Redis is reached. Where Redis is: {@code quarkus.redis.*}. */
@ConfigMapping(prefix = "latchkey.redis")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface RedisStateConfig {

  /**
   * How long one call may take, connecting included, before the request is answered 503. A poll is
   * one call. At most 1 s: with a claim in hand the token service has 7 s for everything.
   */
  @WithDefault("1s")
  Duration timeout();

  /**
   * How many replicas should have a person's decision before the page says that it is done; waits
   * at most 200 ms, and goes on without them. 0 where Redis has no replicas.
   */
  @WithDefault("0")
  int replicas();
}
