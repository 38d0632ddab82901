package dev.latchkey.oauth.switches;

import dev.latchkey.oauth.switches.KillSwitch.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** How much is off, by kind; what it is says {@code /q/health}. */
@Startup
@Singleton
class SwitchMetrics {

  SwitchMetrics(KillSwitches switches, MeterRegistry registry) {
    for (var kind : Kind.values()) {
      Gauge.builder("latchkey.kill.switches", () -> switches.active().count(kind))
          .description("What an operator has switched off for now")
          .tag("kind", kind.word())
          .register(registry);
    }
  }
}
