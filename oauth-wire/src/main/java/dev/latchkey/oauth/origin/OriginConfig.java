package dev.latchkey.oauth.origin;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the world reaches Latchkey. The same in all three services. */
@ConfigMapping(prefix = "latchkey")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface OriginConfig {

  /**
   * The one origin that devices and browsers use, for example {@code https://login.example.com}:
   * the issuer of tokens, the base of every URI we print, and what the Origin of a form is compared
   * with. Resource servers compare the issuer exactly, so changing it invalidates every token.
   * Required: there is no safe default. Must be https, except on localhost, and without a path.
   */
  URI publicUrl();

  /**
   * The proxies whose {@code X-Forwarded-For} is believed, as addresses or CIDR ranges, for example
   * {@code 10.0.0.0/8}. Without them the client's address is the connection's own.
   */
  Optional<List<String>> trustedProxies();
}
