package dev.latchkey.oauth.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The way to PostgreSQL: work beyond the bound is refused at once, and work that takes too long is
 * given up, both as {@link StoreUnavailableException}. Work given up is not cancelled: cancelling
 * would hand a connection back to the pool with a statement still on it.
 */
@ApplicationScoped
public class SqlGate {

  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final long timeoutMillis;
  private final Semaphore places;

  SqlGate(Vertx vertx, SqlConfig config) {
    if (config.timeout().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("latchkey.sql.timeout is at most " + LONGEST);
    }
    this.vertx = vertx;
    this.timeoutMillis = config.timeout().toMillis();
    this.places = new Semaphore(config.parallel());
  }

  /** Does the work, which must be on a Vert.x context of its own, as requests are. */
  public <T> Uni<T> call(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (!places.tryAcquire()) {
                emitter.fail(new StoreUnavailableException("too many wait for PostgreSQL"));
                return;
              }
              var timer =
                  vertx.setTimer(
                      timeoutMillis,
                      late ->
                          emitter.fail(new StoreUnavailableException("PostgreSQL took too long")));
              Uni.createFrom()
                  .<T>deferred(work::get)
                  .onTermination()
                  .invoke(
                      () -> {
                        places.release();
                        vertx.cancelTimer(timer);
                      })
                  .subscribe()
                  .with(
                      emitter::complete,
                      failure ->
                          emitter.fail(
                              new StoreUnavailableException("PostgreSQL failed", failure)));
            });
  }
}
