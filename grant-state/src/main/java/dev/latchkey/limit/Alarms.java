package dev.latchkey.limit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Alarms that all replicas hear, and that stop by themselves. */
public interface Alarms {

  /**
   * Lets it ring for so long from now, however long it would have rung.
   *
   * @return whether it was silent before; of many callers exactly one hears so
   */
  Uni<Boolean> raise(String name, Duration lasts);

  Uni<AlarmState> look(String name);
}
