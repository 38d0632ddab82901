package dev.latchkey.ui.entry;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** In which ways people sign in. */
@ConfigMapping(prefix = "latchkey.login")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface LoginConfig {

  /**
   * Whether people sign in with accounts of this installation. Without them the sign-in page offers
   * the upstream providers alone, and where there is one, goes straight to it; so there must be
   * one. Passkeys belong to these accounts, so there are none without them.
   */
  @WithDefault("true")
  boolean local();
}
