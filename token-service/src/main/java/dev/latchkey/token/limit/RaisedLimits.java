package dev.latchkey.token.limit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;

/** Says that the limits of one machine are not those of an installation. */
class RaisedLimits {

  void tell(@Observes StartupEvent start, TokenRequestConfig config) {
    if (ConfigUtils.isProfileActive("local")) {
      Log.infof(
          "Profile local: all requests come from one address, so the limits on unknown device codes"
              + " and on refreshes are raised, to %d and %d in %d min",
          config.unknownCodesPerAddress().most(),
          config.refreshesPerDevice().most(),
          config.refreshesPerDevice().window().toMinutes());
    }
  }
}
