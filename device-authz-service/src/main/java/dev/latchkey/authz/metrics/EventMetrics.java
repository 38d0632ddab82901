package dev.latchkey.authz.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Audit events on their way from Redis to PostgreSQL. */
@Startup
@Singleton
public class EventMetrics {

  private volatile long waiting;

  public EventMetrics(MeterRegistry registry) {
    Gauge.builder("latchkey.audit.stream.entries", () -> waiting)
        .description("Audit events that are in the stream and not yet in PostgreSQL")
        .register(registry);
  }

  /** So many wait, of all services. */
  public void waiting(long entries) {
    waiting = entries;
  }
}
