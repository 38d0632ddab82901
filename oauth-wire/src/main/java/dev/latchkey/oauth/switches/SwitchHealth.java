package dev.latchkey.oauth.switches;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows on {@code /q/health} what is off. It is always up: no pod gets better by being replaced
 * because an operator has switched something off.
 */
@Wellness
@ApplicationScoped
class SwitchHealth implements HealthCheck {

  private final KillSwitches switches;

  SwitchHealth(KillSwitches switches) {
    this.switches = switches;
  }

  @Override
  public HealthCheckResponse call() {
    var off = switches.active();
    var answer =
        HealthCheckResponse.named("kill-switches")
            .up()
            .withData("service", off.service() ? "off" : "on")
            .withData("clients", list(off.clients()))
            .withData("apis", list(off.apis()))
            .withData("scopes", list(off.scopes()));
    switches.asOf().ifPresent(when -> answer.withData("as_of", when.toString()));
    return answer.build();
  }

  /** What is off; a space cannot be in most names, a comma in none that people choose. */
  private static String list(Collection<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
