package dev.latchkey.token.device;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets redemptions of grants that nothing can bring back: Redis keeps a grant for days. */
@ApplicationScoped
class FenceSweep {

  /** A grant and its key live at most twice 24 h and what an approval adds. */
  private static final String FORGOTTEN = "redeemedAt < " + Clock.NOW + " - 7 day";

  private final LinkedDevices.Fence fence;
  private final SqlGate sql;

  /** Whether the last sweep failed: an outage is one line in the log. */
  private volatile boolean away;

  FenceSweep(LinkedDevices.Fence fence, SqlGate sql) {
    this.fence = fence;
    this.sql = sql;
  }

  /** What fails now is there next time. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return sql.call(() -> Panache.withTransaction(() -> fence.delete(FORGOTTEN)))
        .invoke(() -> away = false)
        .replaceWithVoid()
        .onFailure()
        .invoke(this::failed)
        .onFailure()
        .recoverWithNull();
  }

  private void failed(Throwable failure) {
    if (!(failure instanceof StoreUnavailableException)) {
      Log.error("the fence could not be swept", failure);
    } else if (!away) {
      Log.warnf("the fence is not swept until PostgreSQL is back: %s", failure);
    }
    away = true;
  }
}
