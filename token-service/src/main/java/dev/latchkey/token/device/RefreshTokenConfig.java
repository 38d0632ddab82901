package dev.latchkey.token.device;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** The secrets that make refresh tokens, and how long the tokens are good. */
@ConfigMapping(prefix = "latchkey.refresh-token")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RefreshTokenConfig {

  /**
   * Which of the secrets new refresh tokens are made with. To change it, list the new secret on
   * every replica first, and name it here afterwards: a replica that does not know the secret of a
   * token refuses it for good.
   */
  String current();

  /**
   * By key id (letters, digits, {@code -} and {@code _}): at least 32 random bytes, base64. A
   * refresh token is good only while its secret is listed: take one out and every device that holds
   * a token under it has to ask its owner again. So a secret stays listed for the absolute lifetime
   * after it was last current. Required: there is no safe default.
   */
  Map<String, String> secrets();

  /**
   * A device that has not refreshed for this long has to ask its owner again; a client's
   * registration may say otherwise.
   */
  @WithDefault("365d")
  Duration idleLifetime();

  /**
   * A device has to ask its owner again this long after it was linked, however often it refreshes;
   * a client's registration may say otherwise. The secrets must be kept at least as long.
   */
  @WithDefault("3650d")
  Duration absoluteLifetime();
}
