package dev.latchkey.authz.enrolment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How operators may approve devices ahead, by enrolment tokens. */
@ConfigMapping(prefix = "latchkey.enrolment")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface EnrolmentConfig {

  /**
   * Whether each new enrolment token is of no use until an administrator approves it who is another
   * client than the one that created it. Without it only those that ask for it at their creation
   * are. Tokens that are active already stay so.
   */
  @WithDefault("false")
  boolean fourEyes();

  /**
   * For how long an enrolment token may be valid at most, a minute at least. It is a bearer secret
   * that many have seen by the time its fleet is out: as short as the roll-out permits.
   */
  @WithDefault("90d")
  Duration longestValidity();
}
