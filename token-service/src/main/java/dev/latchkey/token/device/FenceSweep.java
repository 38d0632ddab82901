package dev.latchkey.token.device;

import dev.latchkey.oauth.store.Rounds;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets redemptions of grants that nothing can bring back: Redis keeps a grant for days. */
@ApplicationScoped
class FenceSweep {

  /** A grant and its key live at most twice 24 h and what an approval adds. */
  private static final String FORGOTTEN = "redeemedAt < " + Clock.NOW + " - 7 day";

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(FenceSweep.class),
          "the fence could not be swept",
          "the fence is not swept until PostgreSQL is back");

  private final LinkedDevices.Fence fence;
  private final SqlGate sql;

  FenceSweep(LinkedDevices.Fence fence, SqlGate sql) {
    this.fence = fence;
    this.sql = sql;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return rounds.run(
        sql.callInBackground(() -> Panache.withTransaction(() -> fence.delete(FORGOTTEN))));
  }
}
