package dev.latchkey.authz.pace;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Longer intervals for new devices while polls are more than the token service can answer well. A
 * device keeps the interval that it was given, so what is done here shows over the lifetime of
 * codes.
 */
@ConfigMapping(prefix = "latchkey.pace")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PaceConfig {

  /**
   * From which pressure on intervals are longer, in percent of what the token service can do, 1 to
   * 99. Until then each device has its client's interval.
   */
  @WithDefault("70")
  int from();

  /**
   * How many times its client's interval a device is told when the token service can do no more, 1
   * to 12; in between it is in proportion. With 1 intervals are never longer.
   */
  @WithDefault("4")
  int most();

  /**
   * The longest interval that comes of this, 60 s at most, in whole seconds. Near it intervals are
   * drawn from the sixth below it, so that devices do not poll together. A client whose own is
   * longer keeps it. The person waits that long for the device to notice an approval, unless the
   * device's polls are held.
   */
  @WithDefault("60s")
  Duration longest();
}
