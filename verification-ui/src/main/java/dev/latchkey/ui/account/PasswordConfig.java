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
   * How many passwords are checked at a time. Each takes 20 MB of the heap and some 60 ms of one
   * processor, so this bounds both. In a heap of 128 MB, which a pod is meant to have, 4 at a time
   * leave no memory for anything else.
   */
  @WithDefault("2")
  int parallel();

  /**
   * How many sign-ins may wait for their turn; further ones are answered 503. With the default, the
   * last one waits for about two seconds.
   */
  @WithDefault("64")
  int waiting();
}
