package dev.latchkey.oauth.switches;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process that has never read the switches would serve what is off: it is not ready yet. */
@Readiness
@ApplicationScoped
class SwitchReadiness implements HealthCheck {

  private final KillSwitches switches;

  SwitchReadiness(KillSwitches switches) {
    this.switches = switches;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("kill-switches-read")
        .status(switches.asOf().isPresent())
        .build();
  }
}
