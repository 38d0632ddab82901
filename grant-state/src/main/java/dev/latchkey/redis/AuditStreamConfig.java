package dev.latchkey.redis;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Audit events on their way to PostgreSQL, by a stream in Redis. */
@ConfigMapping(prefix = "latchkey.audit-stream")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface AuditStreamConfig {

  /**
   * How many events may be in the stream, at least 1,000; the same in all services. Each takes
   * about half a kilobyte of Redis. Events leave it when PostgreSQL has them, and for no other
   * reason: when so many are there, as after a long outage of PostgreSQL, that is an error in the
   * log, each process keeps 8,192 more in memory, and further ones are lost to PostgreSQL. The log
   * has them, and the event {@code audit.gap} says how many there were.
   */
  @WithDefault("100000")
  int mostEntries();
}
