package dev.latchkey.authz.limit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;

/** Says that the limits of one machine are not those of an installation. */
class RaisedLimits {

  void tell(@Observes StartupEvent start, StartConfig config) {
    if (ConfigUtils.isProfileActive("local")) {
      Log.infof(
          "Profile local: all requests come from one address, so the limit on starts is raised, to"
              + " %d in %d min",
          config.perAddress().most(), config.perAddress().window().toMinutes());
    }
  }
}
