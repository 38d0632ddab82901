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

  /**
   * Whether the file changes nothing, and the log says instead what it would add, change and stop,
   * and which kill switches it would throw and release. To be used with a single replica beside the
   * ones that serve, or before the file is switched on: a service in a dry run on an empty database
   * knows no client.
   */
  @WithDefault("false")
  boolean dryRun();

  /**
   * How often PostgreSQL is compared with a file that has not changed, at least a second. What
   * differs is in the metric {@code latchkey_registry_drift} and in the log; it is not put right,
   * as another replica may have a newer file already. A restart, or a change of the file, does.
   * Only kill switches that are missing are thrown again.
   */
  @WithDefault("1m")
  Duration compareEvery();
}
