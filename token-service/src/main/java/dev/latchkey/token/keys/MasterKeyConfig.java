package dev.latchkey.token.keys;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;

/** The key that keeps other keys. */
@ConfigMapping(prefix = "latchkey")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface MasterKeyConfig {

  /**
   * 32 random bytes, base64. Private signing keys are in PostgreSQL encrypted under it, so that a
   * copy of the database signs nothing. The same on every replica; without it, or with another one,
   * the service does not start. Required: there is no safe default.
   */
  String masterKey();
}
