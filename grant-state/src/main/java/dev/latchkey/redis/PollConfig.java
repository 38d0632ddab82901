package dev.latchkey.redis;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of polls. */
@ConfigMapping(prefix = "latchkey.poll")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface PollConfig {

  /**
   * A poll that is early by no more than this is on time, so that network jitter does not punish a
   * correct client. Less than the smallest interval of any client.
   */
  @WithDefault("500ms")
  Duration tolerance();
}
