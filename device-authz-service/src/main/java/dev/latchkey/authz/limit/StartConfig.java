package dev.latchkey.authz.limit;

import dev.latchkey.oauth.limit.Rate;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many grants may be started. A rate is a number and a time, for example {@code 300/1m}. */
@ConfigMapping(prefix = "latchkey.starts")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface StartConfig {

  /**
   * Device authorization requests of one client from one address: an IPv4 address, or an IPv6
   * network of 64 bits. Beyond it they are answered 429 with {@code Retry-After}. A hotel or a
   * whole mobile network may have one address, and all of its devices start at once after a power
   * cut: too low, and they wait. Each pod may let a fifth more pass, 62 at most. Right only if
   * {@code latchkey.trusted-proxies} is.
   */
  @WithDefault("300/1m")
  Rate perAddress();
}
