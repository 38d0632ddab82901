package dev.latchkey.ui.devices;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where token-service is, inside the installation. */
@ConfigMapping(prefix = "latchkey.token-service")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface TokenServiceConfig {

  /**
   * The base of token-service's own address, for example {@code http://token-service:8082}: not the
   * public one, whose routes do not lead to {@code /internal}. People's wishes about their devices
   * go there. Required: there is no safe default.
   */
  URI url();
}
