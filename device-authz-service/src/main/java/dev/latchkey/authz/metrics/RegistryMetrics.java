package dev.latchkey.authz.metrics;

import dev.latchkey.authz.registry.RegistryChange;
import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** How the registry in the database stands to the file that declares it. */
@Startup
@Singleton
public class RegistryMetrics {

  /** Why the file is not taken over. */
  public enum Failure {
    /** It is invalid, or cannot be read: somebody has to mend it. */
    INVALID,
    /** A store was away, or another mistake of ours: it is tried again. */
    NOT_STORED
  }

  private static final double MILLIS = 1_000;

  private final Counts<Failure> failures;
  private final Counter added;
  private final Counter changed;
  private final Counter stopped;
  private volatile boolean valid = true;
  private volatile long inStepMillis;
  private volatile int differing;

  public RegistryMetrics(MeterRegistry registry) {
    failures =
        new Counts<>(
            registry,
            "latchkey.registry.failures",
            "Looks at the registry file that came to nothing",
            "reason",
            Failure.class);
    added = drift(registry, "added");
    changed = drift(registry, "changed");
    stopped = drift(registry, "stopped");
    Gauge.builder("latchkey.registry.valid", () -> valid ? 1 : 0)
        .description("Whether the registry file was valid when it was last looked at")
        .register(registry);
    Gauge.builder("latchkey.registry.in.step.timestamp", () -> inStepMillis / MILLIS)
        .description("When the database last said what the file says; 0 if it never has")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("latchkey.registry.drift", () -> differing)
        .description("Clients, APIs and webhooks that are not as the file declares them")
        .register(registry);
  }

  /** The file was looked at, and says what it did before. */
  public void fileIsValid() {
    valid = true;
  }

  /** In so much the database differs from what the file says. */
  public void differs(RegistryChange difference) {
    differing = difference.count();
    if (differing == 0) {
      inStepMillis = System.currentTimeMillis();
    }
  }

  /** The database says what the file says, and has had to change for that. */
  public void reconciled(RegistryChange change) {
    added.increment(change.added().size());
    changed.increment(change.changed().size());
    stopped.increment(change.stopped().size());
    valid = true;
    differing = 0;
    inStepMillis = System.currentTimeMillis();
  }

  public void failed(Failure failure) {
    failures.add(failure);
    valid = failure != Failure.INVALID;
  }

  private static Counter drift(MeterRegistry registry, String change) {
    return Counter.builder("latchkey.registry.changes")
        .description("Clients, APIs and webhooks that were not as the file declares them")
        .tag("change", change)
        .register(registry);
  }
}
