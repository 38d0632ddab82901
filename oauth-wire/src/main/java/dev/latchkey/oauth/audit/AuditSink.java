package dev.latchkey.oauth.audit;

import dev.latchkey.audit.AuditStream;
import dev.latchkey.oauth.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where audit events go: each is a line of the log category {@code audit}, one JSON object, and an
 * entry of the stream that leads to PostgreSQL. Waits for neither, and does not fail.
 */
@ApplicationScoped
public class AuditSink {

  private static final Logger LOG = Logger.getLogger("audit");

  private final AuditStream stream;
  private final Traces traces;
  private final String service;
  private final LongSupplier clock;

  /** Not static: drawn when the process runs, not when a native one is built. */
  private final EventIds ids = new EventIds();

  @Inject
  AuditSink(
      AuditStream stream,
      Traces traces,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this(stream, traces, service, System::currentTimeMillis);
  }

  /** With a clock in milliseconds since 1970. */
  AuditSink(AuditStream stream, Traces traces, String service, LongSupplier clock) {
    this.stream = stream;
    this.traces = traces;
    this.service = service;
    this.clock = clock;
  }

  public void write(AuditEvent event) {
    if (event.grant() != null) {
      traces.concerns(event.grant());
    }
    note(event);
    var lost = stream.takeLost();
    if (lost > 0) {
      note(new AuditEvent("audit.gap", null, null, null, Map.of("lost", Long.toString(lost))));
    }
  }

  private void note(AuditEvent event) {
    var millis = clock.getAsLong();
    var line = EventLine.of(ids.next(millis), Instant.ofEpochMilli(millis), service, event);
    LOG.info(line);
    stream.append(line);
  }
}
