package dev.latchkey.oauth.dpop;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What proofs of possession must bring along (RFC 9449). */
@ConfigMapping(prefix = "latchkey.dpop")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface DpopConfig {

  /**
   * Whether a proof at the token endpoint must carry a nonce of ours. A device without one is told
   * it and asks again, once every few minutes. If false, proofs are accepted from devices whose
   * clock is right to the minute, and whoever could use a device's key for a moment can make proofs
   * ahead of time; a device with a wrong clock is given a nonce all the same.
   */
  @WithDefault("true")
  boolean nonceRequired();
}
