package dev.latchkey.token.device;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The secrets that make refresh tokens. */
@ConfigMapping(prefix = "latchkey.refresh-token")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface RefreshTokenConfig {

  /** Which of the secrets new refresh tokens are made with. */
  String current();

  /**
   * By key id (letters, digits, {@code -} and {@code _}): at least 32 random bytes, base64. A
   * refresh token is good only while its secret is listed: take one out and every device that holds
   * a token under it has to ask its owner again. Required: there is no safe default.
   */
  Map<String, String> secrets();
}
