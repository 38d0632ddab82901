package dev.latchkey.oauth.readiness;

import dev.latchkey.reach.StateReach;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A process that Redis has never let in has a wrong address, password or certificate, or begins
 * during an outage: it must not take the place of one that works (ADR 0029). Once it was let in it
 * stays ready, because all processes lose Redis at the same time.
 */
@Readiness
@ApplicationScoped
class RedisReadiness implements HealthCheck {

  private final StateReach state;

  RedisReadiness(StateReach state) {
    this.state = state;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis-reached").status(state.hasBeenReached()).build();
  }
}
