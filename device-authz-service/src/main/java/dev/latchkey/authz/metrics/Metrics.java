package dev.latchkey.authz.metrics;

import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.live.CodeSpace;
import dev.latchkey.oauth.error.Failing;
import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Codes that devices ask for; one method per event. */
@Startup
@Singleton
public class Metrics {

  /** What became of a request for codes. */
  public enum Start {
    CREATED,
    NO_FREE_USER_CODE,
    REFUSED,
    LIMITED,
    SWITCHED_OFF,
    UNAVAILABLE,
    FAILED,
    SHED
  }

  private final MeterRegistry registry;
  private final Counts<Start> starts;
  private final Map<CodeSpace, AtomicLong> liveCodes = new ConcurrentHashMap<>();

  public Metrics(MeterRegistry registry) {
    this.registry = registry;
    starts =
        new Counts<>(
            registry, "latchkey.starts", "Requests of devices for codes", "outcome", Start.class);
  }

  public void started(CreateOutcome outcome) {
    starts.add(
        switch (outcome) {
          case Created ignored -> Start.CREATED;
          case Exhausted.NO_FREE_USER_CODE -> Start.NO_FREE_USER_CODE;
        });
  }

  public void startFailed(Throwable failure) {
    starts.add(
        switch (Failing.of(failure)) {
          case REFUSED -> Start.REFUSED;
          case LIMITED -> Start.LIMITED;
          case SWITCHED_OFF -> Start.SWITCHED_OFF;
          case UNAVAILABLE -> Start.UNAVAILABLE;
          case FAILED -> Start.FAILED;
        });
  }

  /** So many codes are live, by what all pods have told. */
  public void liveCodes(Map<CodeSpace, Long> counted) {
    counted.keySet().forEach(space -> liveCodes.computeIfAbsent(space, this::gauge));
    liveCodes.forEach((space, live) -> live.set(counted.getOrDefault(space, 0L)));
  }

  private AtomicLong gauge(CodeSpace space) {
    var live = new AtomicLong();
    Gauge.builder("latchkey.live.codes", live::get)
        .description("User codes that are live, of all pods")
        .tag("space", space.name())
        .register(registry);
    return live;
  }

  public void startShed() {
    starts.add(Start.SHED);
  }
}
