package dev.latchkey.live;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** How many user codes all pods together have issued that have not run out. */
public interface LiveCodes {

  /**
   * Counts what one pod has issued, and answers what is live now; a space without live codes is
   * absent. Codes that were approved or denied count until their time is over, so that it is never
   * less than can be guessed. If it fails with {@link dev.latchkey.grant.GrantStoreException}, it
   * may have counted or not.
   */
  Uni<Map<CodeSpace, Long>> count(List<IssuedCodes> issued);
}
