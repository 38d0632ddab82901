package dev.latchkey.ui.limit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;

/** Says that the limits of one machine are not those of an installation. */
class RaisedLimits {

  void tell(@Observes StartupEvent start, LimitConfig config) {
    if (ConfigUtils.isProfileActive("local")) {
      Log.infof(
          "Profile local: all requests come from one address, so the limits on guessing per address"
              + " are raised, to %d wrong codes and %d failed sign-ins in %d min",
          config.codesPerAddress().most(),
          config.passwordsPerAddress().most(),
          config.codesPerAddress().window().toMinutes());
    }
  }
}
