package dev.latchkey.ui.account;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where local accounts are declared. */
@ConfigMapping(prefix = "latchkey.registry")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RegistryFileConfig {

  /**
   * The registry file that device-authz-service reads too. This service reads its {@code users} at
   * start; they hold passwords in the clear, so the start fails if there are any outside of the
   * profiles {@code local} and {@code test}. Accounts gone from the file are disabled.
   */
  Optional<Path> file();
}
