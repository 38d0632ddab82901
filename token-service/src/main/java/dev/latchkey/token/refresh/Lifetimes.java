package dev.latchkey.token.refresh;

import dev.latchkey.token.client.RefreshPolicy;
import dev.latchkey.token.device.RefreshTokenConfig;
import dev.latchkey.token.device.TokenFamily;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** How long refresh tokens are good, checked at start. */
@Startup
@ApplicationScoped
class Lifetimes {

  private final Duration idle;
  private final Duration absolute;

  Lifetimes(RefreshTokenConfig config) {
    idle = positive("idle-lifetime", config.idleLifetime());
    absolute = positive("absolute-lifetime", config.absoluteLifetime());
  }

  /**
   * What has ended the family by now, if anything has. That is no revocation: a lifetime that was
   * set too short by mistake logs nobody out for good.
   */
  Optional<Refusal> ended(TokenFamily family, RefreshPolicy policy) {
    if (family.age().compareTo(policy.absoluteLifetime().orElse(absolute)) >= 0) {
      return Optional.of(Refusal.EXPIRED);
    }
    return family.idle().compareTo(policy.idleLifetime().orElse(idle)) >= 0
        ? Optional.of(Refusal.IDLE)
        : Optional.empty();
  }

  private static Duration positive(String name, Duration lifetime) {
    if (!lifetime.isPositive()) {
      throw new IllegalArgumentException("latchkey.refresh-token." + name + " must be positive");
    }
    return lifetime;
  }
}
