package dev.latchkey.authz.enrolment;

import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Devices that came with an enrolment token, listed in {@code docs/metrics.md}. */
@Startup
@Singleton
class EnrolmentMetrics {

  private final Counts<EnrolmentOutcome> outcomes;

  EnrolmentMetrics(MeterRegistry registry) {
    outcomes =
        new Counts<>(
            registry,
            "latchkey.enrolments",
            "Devices that came with an enrolment token",
            "outcome",
            EnrolmentOutcome.class);
  }

  void add(EnrolmentOutcome outcome) {
    outcomes.add(outcome);
  }
}
