package dev.latchkey.ui.playground;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The TV in a web page, at {@code /playground}. */
@ConfigMapping(prefix = "latchkey.playground")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PlaygroundConfig {

  /**
   * Whether it is there. It shows tokens in the clear to whoever approves, which is its purpose in
   * development and has no place in production; elsewhere the page is 404.
   */
  @WithDefault("false")
  boolean enabled();

  /**
   * The client whose codes it asks for, unless another is typed into the page: a public one, as the
   * page can keep no secret.
   */
  @WithDefault("playground-tv")
  String clientId();

  /** The scopes that it asks for, unless others are typed into the page; with a space between. */
  @WithDefault("openid profile offline_access")
  String scope();
}
