package dev.latchkey.token.device;

import dev.latchkey.oauth.store.Rounds;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets redemptions of grants that nothing can bring back: Redis keeps a grant for days. */
@ApplicationScoped
class FenceSweep {

  /** A grant and its key live at most twice 24 h and what an approval adds. */
  private static final String FORGET =
      "delete from issued.redemption where redeemed_at < clock_timestamp() - interval '7 days'";

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(FenceSweep.class),
          "the fence could not be swept",
          "the fence is not swept until PostgreSQL is back");

  private final Pool pool;
  private final SqlGate sql;

  FenceSweep(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return rounds.run(sql.statementInBackground(() -> pool.query(FORGET).execute()));
  }
}
