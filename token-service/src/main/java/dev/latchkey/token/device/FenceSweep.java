package dev.latchkey.token.device;

import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets redemptions of grants that nothing can bring back: Redis keeps a grant for days. */
@ApplicationScoped
class FenceSweep {

  /** A grant and its key live at most twice 24 h and what an approval adds. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final LinkedDevices.Fence fence;
  private final SqlGate sql;

  FenceSweep(LinkedDevices.Fence fence, SqlGate sql) {
    this.fence = fence;
    this.sql = sql;
  }

  /** What fails now is there next time. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return sql.call(() -> Panache.withTransaction(this::forget))
        .onFailure()
        .invoke(failure -> Log.debugf("the fence was not swept: %s", failure))
        .onFailure()
        .recoverWithItem(0L)
        .replaceWithVoid();
  }

  private Uni<Long> forget() {
    return fence.delete("redeemedAt < ?1", Instant.now().minus(KEPT));
  }
}
