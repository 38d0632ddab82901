package dev.latchkey.authz.registry.file;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the registry is declared. */
@ConfigMapping(prefix = "latchkey.registry")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RegistryConfig {

  /**
   * The YAML file that declares clients and APIs; without it, what is in PostgreSQL stands as it
   * is. An invalid file changes nothing: the old state stays, and the log says line and field.
   */
  Optional<Path> file();

  /** How often the file is looked at for changes. */
  @WithDefault("5s")
  Duration checkEvery();
}
