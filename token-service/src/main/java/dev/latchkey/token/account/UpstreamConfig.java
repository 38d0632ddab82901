package dev.latchkey.token.account;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long we trust what an upstream identity provider said of a person. */
@ConfigMapping(prefix = "latchkey.upstream")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface UpstreamConfig {

  /**
   * How long after a person's last sign-in at an upstream provider their devices may refresh.
   * Beyond it a refresh is refused until the person signs in there again, on any device: somebody
   * who has left the company does not refresh for years. Does not concern local accounts.
   */
  @WithDefault("90d")
  Duration maxRefreshAge();

  /** Providers, by the name they have in the settings. */
  Map<String, Provider> providers();

  /** What is particular to one provider. */
  interface Provider {

    /** Overrides {@code latchkey.upstream.max-refresh-age} for accounts of this provider. */
    Optional<Duration> maxRefreshAge();
  }
}
