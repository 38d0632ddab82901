package dev.latchkey.oauth.readiness;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Whether this process has been told to end. */
@Singleton
public class Departure {

  private volatile boolean begun;

  /** Once true it stays so: whoever works in rounds begins no other one. */
  public boolean hasBegun() {
    return begun;
  }

  /** Before others hear of it, who answer because of it: their answers are the last ones. */
  public void begin(@Observes @Priority(1) ShutdownDelayInitiatedEvent event) {
    begun = true;
  }
}
