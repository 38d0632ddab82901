package dev.latchkey.oauth.store;

import dev.latchkey.oauth.load.EventLoops;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps some connections to PostgreSQL alive while nobody needs them. To make one costs its event
 * loop thousands of hashes, for the password (RFC 7677), and a handshake: all that the loop serves
 * would wait for it, at each decision that comes after a lull, and most of all in a pod that has
 * just started.
 *
 * <p>A connection has to be used, as the pool lets go of one that was not ({@link SqlPool} says
 * why), and on each event loop, as each prefers to make its own to taking another's. Those that
 * requests are using at that moment are not among them.
 */
@ApplicationScoped
class KeptConnections {

  /** More often than the pool lets go of what is not used. */
  static final Duration EVERY = Duration.ofSeconds(2);

  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final List<LoopConnections> loops;
  private final long everyMillis;
  private volatile long timer = NO_TIMER;

  @Inject
  KeptConnections(
      Vertx vertx,
      Provider<Pool> pool,
      SqlConfig config,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int most) {
    this(vertx, pool, config.kept(), most, EVERY);
  }

  KeptConnections(Vertx vertx, Provider<Pool> pool, int kept, int most, Duration every) {
    if (kept < 0 || kept > most / 2) {
      throw new IllegalArgumentException(
          "latchkey.sql.kept is 0 at least, and %d at most, half of the pool".formatted(most / 2));
    }
    this.vertx = vertx;
    this.loops = spread((VertxInternal) vertx, pool, kept);
    this.everyMillis = every.toMillis();
  }

  /** In turn, so that no loop keeps two more than another. */
  private static List<LoopConnections> spread(VertxInternal vertx, Provider<Pool> pool, int kept) {
    var all = EventLoops.of(vertx);
    var keeping = new ArrayList<LoopConnections>();
    for (var loop = 0; loop < Math.min(kept, all.size()); loop++) {
      var context =
          vertx.createEventLoopContext(all.get(loop), null, KeptConnections.class.getClassLoader());
      var itsPart = (kept - loop - 1) / all.size() + 1;
      keeping.add(new LoopConnections(context, pool, itsPart));
    }
    return keeping;
  }

  void begin(@Observes StartupEvent started) {
    begin();
  }

  /** Pods that were started together do not knock together. */
  void begin() {
    if (!loops.isEmpty()) {
      var first = ThreadLocalRandom.current().nextLong(everyMillis / 2, everyMillis);
      timer = vertx.setPeriodic(first, everyMillis, tick -> loops.forEach(LoopConnections::use));
    }
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
