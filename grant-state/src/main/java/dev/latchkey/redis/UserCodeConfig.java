package dev.latchkey.redis;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The secret that keeps user codes out of Redis. */
@ConfigMapping(prefix = "latchkey.user-code")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
interface UserCodeConfig {

  /**
   * At least 32 random bytes, base64. Keys of the user-code index are an HMAC under it, so that a
   * dump of Redis yields no codes. The same in device-authz-service and verification-ui; required
   * in both, of no use to token-service.
   */
  Optional<String> pepper();

  /**
   * The pepper before the current one. Set it while codes made under it are alive (twice the
   * longest lifetime of a code); verification-ui accepts both.
   */
  Optional<String> previousPepper();
}
