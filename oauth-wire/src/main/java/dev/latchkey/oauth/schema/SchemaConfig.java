package dev.latchkey.oauth.schema;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who brings the tables of a service up to date, and when. */
@ConfigMapping(prefix = "latchkey.schema")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface SchemaConfig {

  /**
   * {@code at-start}: the service itself, before it answers; it needs the rights to make and change
   * tables. {@code never}: somebody else; the service waits until the tables are as new as its
   * build, is not ready before, and needs no such rights. {@code only}: this process, which then
   * ends, with 0 if the tables are as new as its build; for a job before a rollout
   * (docs/kubernetes.md).
   */
  @WithDefault("at-start")
  Migrate migrate();

  /** See {@link #migrate()}. */
  enum Migrate {
    AT_START,
    NEVER,
    ONLY
  }
}
