package dev.latchkey.token.keys;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

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

  /**
   * Master keys that also open, separated by commas: the next one before a change, the last one
   * after it. What is sealed under one of them is sealed again under {@code latchkey.master-key}.
   * The order of a change is in {@code docs/keys.md}.
   */
  Optional<List<String>> otherMasterKeys();
}
