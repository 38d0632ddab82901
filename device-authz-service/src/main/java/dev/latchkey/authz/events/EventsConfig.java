package dev.latchkey.authz.events;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The audit log in PostgreSQL. */
@ConfigMapping(prefix = "latchkey.audit")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface EventsConfig {

  /**
   * How long an audit event stays in PostgreSQL, at least a day; older ones are deleted once an
   * hour. A device that refreshes every hour makes some 9,000 events a year of about half a
   * kilobyte each, indexes included twice that.
   */
  @WithDefault("90d")
  Duration retention();
}
