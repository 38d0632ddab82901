package dev.latchkey.ui.account;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a pod spends on checking passwords. */
@ConfigMapping(prefix = "latchkey.password")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PasswordConfig {

  /**
   * How many passwords are checked at a time. Each takes 19 MiB of memory and some 50 ms of one
   * processor, so this bounds both.
   */
  @WithDefault("4")
  int parallel();

  /**
   * How many sign-ins may wait for their turn; further ones are answered 503. With the default, the
   * last one waits for about a second.
   */
  @WithDefault("64")
  int waiting();
}
