package dev.latchkey.oauth.load;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** How busy this pod is. Read when somebody asks, so that no request pays for it. */
@Startup
@Singleton
class LoadMetrics {

  private final Overload overload;

  LoadMetrics(MeterRegistry registry, Overload overload) {
    this.overload = overload;
    FunctionCounter.builder("latchkey.requests.shed", this, LoadMetrics::shed)
        .description("Requests that were answered 503 because this pod could do no more")
        .register(registry);
    Gauge.builder("latchkey.requests.in.flight", overload::inFlight)
        .description("Requests under way, without polls that are held")
        .register(registry);
    Gauge.builder("latchkey.pressure.ratio", overload::pressure)
        .description("How near this pod is to answering 503; from 1 on it does")
        .register(registry);
  }

  private double shed() {
    return overload.shed();
  }
}
