package dev.latchkey.token.impatient;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Devices that poll too early again and again, and are answered from memory. */
@ConfigMapping(prefix = "latchkey.impatient")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface ImpatientConfig {

  /**
   * How many polls of a device have to be too early, one after the other and in this pod, before
   * further ones are answered from memory. A device that heeds {@code slow_down} is never told it
   * so often. With 0 every poll asks Redis.
   */
  @WithDefault("5")
  int after();

  /**
   * How many grants one pod remembers of which polls came too early; of more, those that ask least
   * are forgotten, and ask Redis. Each that is answered from memory takes some 2 KB, here and in
   * Redis, which has its subscription.
   */
  @WithDefault("10000")
  int limit();
}
