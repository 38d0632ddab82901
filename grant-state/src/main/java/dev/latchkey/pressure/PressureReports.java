package dev.latchkey.pressure;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The token service's view: each of its pods says how busy it is, and cannot read the others. */
public interface PressureReports {

  /**
   * Says so; it counts until the next report, 5 s at most. Fails with {@link
   * dev.latchkey.grant.GrantStoreException} when Redis does.
   *
   * @param pod the same each time, and no other pod's
   * @param percent of what the pod can do, 0 to 100
   */
  Uni<Void> report(UUID pod, int percent);
}
