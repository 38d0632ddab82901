package dev.latchkey.oauth.audit;

import dev.latchkey.audit.AuditStream;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Whether the audit events of this process get away. Read when somebody asks. */
@Startup
@Singleton
class AuditMetrics {

  AuditMetrics(MeterRegistry registry, AuditStream stream) {
    Gauge.builder("latchkey.audit.waiting", () -> stream.tally().waiting())
        .description("Audit events in the memory of this process, on their way to Redis")
        .register(registry);
    FunctionCounter.builder("latchkey.audit.lost", stream, one -> one.tally().lost())
        .description("Audit events that found no place on their way and are in the log only")
        .register(registry);
  }
}
