package dev.latchkey.oauth.error;

import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** The errors that endpoints of OAuth answer. What a poll is told counts as a poll. */
@Startup
@Singleton
public class ErrorMetrics {

  private final Counts<OAuthError> errors;

  ErrorMetrics(MeterRegistry registry) {
    errors =
        new Counts<>(
            registry,
            "latchkey.error.answers",
            "Answers with an error, those of polls aside",
            "error",
            OAuthError.class);
  }

  public void answered(OAuthError error) {
    errors.add(error);
  }
}
