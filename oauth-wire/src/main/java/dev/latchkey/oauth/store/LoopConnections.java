package dev.latchkey.oauth.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Provider;

/** What one event loop keeps of the connections to PostgreSQL. All of it happens on that loop. */
final class LoopConnections {

  /** So many rounds are left out after a failure: idle pods do not compete for a sick database. */
  private static final int REST = 5;

  private final Context loop;
  private final Provider<Pool> pool;
  private final int kept;
  private int underWay;
  private int rest;

  LoopConnections(Context loop, Provider<Pool> pool, int kept) {
    this.loop = loop;
    this.pool = pool;
    this.kept = kept;
  }

  /**
   * Uses as many connections as are kept, at once, so that no two of them are the same. One that
   * does not answer keeps its place, and none of the others from being used.
   */
  void use() {
    loop.runOnContext(now -> round());
  }

  private void round() {
    if (rest > 0) {
      rest--;
      return;
    }
    for (var free = kept - underWay; free > 0; free--) {
      useOne();
    }
  }

  /** That PostgreSQL is away is said by who needs it. */
  private void useOne() {
    underWay++;
    Future.succeededFuture()
        .compose(now -> pool.get().query("SELECT 1").execute())
        .onComplete(
            used -> {
              underWay--;
              if (used.failed()) {
                rest = REST;
              }
            });
  }
}
