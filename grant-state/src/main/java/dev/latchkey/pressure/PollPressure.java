package dev.latchkey.pressure;

import io.smallrye.mutiny.Uni;
import java.util.OptionalInt;

/** The device authorization service's view: how busy all of them are together. */
public interface PollPressure {

  /**
   * The mean of what the pods have reported within 5 s, in percent of what they can do; empty if
   * none has. Fails with {@link dev.latchkey.grant.GrantStoreException} when Redis does.
   */
  Uni<OptionalInt> now();
}
