package dev.latchkey.token.hold;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Polls that wait for a decision, for devices that ask for it ({@code Prefer: wait=N}). */
@ConfigMapping(prefix = "latchkey.hold")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface HoldConfig {

  /**
   * The longest that a poll is held, in whole seconds, 30 s at most; who asks for more gets this.
   * Proxies on the way must bear that much silence. With 0 s no poll is held, and the metadata does
   * not offer it.
   */
  @WithDefault("30s")
  Duration longest();

  /**
   * How many polls one pod holds at a time; what comes beyond is answered at once, as if it had not
   * asked. Each takes an open connection, hence a file descriptor, and some 8 KB of memory. With 0
   * no poll is held, and the metadata do not offer it.
   */
  @WithDefault("10000")
  int limit();
}
