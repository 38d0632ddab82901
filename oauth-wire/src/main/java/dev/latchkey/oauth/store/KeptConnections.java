package dev.latchkey.oauth.store;

import io.netty.channel.EventLoop;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Keeps some connections to PostgreSQL alive while nobody needs them. To make one costs its event
 * loop thousands of hashes, for the password (RFC 7677), and a handshake: all that the loop serves
 * would wait for it, at each decision that comes after a lull, and most of all in a pod that has
 * just started.
 *
 * <p>A connection has to be used, as the pool lets go of one that was not ({@link SqlPool} says
 * why), and on each event loop, as each prefers to make its own to taking another's.
 */
@ApplicationScoped
class KeptConnections {

  /** More often than the pool lets go of what is not used. */
  static final Duration EVERY = Duration.ofSeconds(2);

  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Provider<Pool> pool;
  private final int each;
  private final long everyMillis;
  private final List<Context> loops;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private long timer = NO_TIMER;

  @Inject
  KeptConnections(Vertx vertx, Provider<Pool> pool, SqlConfig config) {
    this(vertx, pool, config.kept(), EVERY);
  }

  KeptConnections(Vertx vertx, Provider<Pool> pool, int each, Duration every) {
    if (each < 0) {
      throw new IllegalArgumentException("latchkey.sql.kept is 0 at least");
    }
    this.vertx = vertx;
    this.pool = pool;
    this.each = each;
    this.everyMillis = every.toMillis();
    this.loops = contexts((VertxInternal) vertx);
  }

  private static List<Context> contexts(VertxInternal vertx) {
    var loader = KeptConnections.class.getClassLoader();
    return StreamSupport.stream(vertx.getEventLoopGroup().spliterator(), false)
        .map(EventLoop.class::cast)
        .<Context>map(loop -> vertx.createEventLoopContext(loop, null, loader))
        .toList();
  }

  void begin(@Observes StartupEvent started) {
    begin();
  }

  void begin() {
    if (each > 0) {
      timer = vertx.setPeriodic(everyMillis / 2, everyMillis, tick -> round());
    }
  }

  /** That PostgreSQL is away is said by who needs it. */
  private void round() {
    if (underWay.compareAndSet(false, true)) {
      Future.join(loops.stream().flatMap(this::use).toList())
          .onComplete(done -> underWay.set(false));
    }
  }

  /** All at once, so that no two of them get the same. */
  private Stream<Future<?>> use(Context loop) {
    return IntStream.range(0, each)
        .mapToObj(
            one -> {
              var used = Promise.<RowSet<Row>>promise();
              loop.runOnContext(now -> pool.get().query("SELECT 1").execute().onComplete(used));
              return used.future();
            });
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }
}
