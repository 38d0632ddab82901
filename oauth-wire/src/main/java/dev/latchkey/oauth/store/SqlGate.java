package dev.latchkey.oauth.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way to PostgreSQL: work beyond the bound is refused at once, and work that takes too long is
 * given up, both as {@link StoreUnavailableException}; so is a PostgreSQL that is away. A mistake
 * of ours fails as it is. Work given up is not cancelled: cancelling would hand a connection back
 * to the pool with a statement still on it.
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

  /**
   * Does the work on a Vert.x context of its own: Hibernate Reactive binds its session to the
   * context, does one thing at a time in it, and refuses contexts that are not a request's, such as
   * that of a Redis connection. The answer comes on the caller's context, with what a request keeps
   * there.
   */
  public <T> Uni<T> call(Supplier<Uni<T>> work) {
    return CallerContext.answers(
        admitted(emitter -> ownContext().runOnContext(start -> run(work, emitter))));
  }

  /**
   * Has a statement run that needs no session. It stays on the caller's context, where the SQL
   * client answers.
   */
  public <T> Uni<T> statement(Supplier<Future<T>> statement) {
    return admitted(emitter -> run(() -> UniHelper.toUni(statement.get()), emitter));
  }

  private <T> Uni<T> admitted(Consumer<UniEmitter<? super T>> start) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (places.tryAcquire()) {
                start.accept(emitter);
              } else {
                emitter.fail(new StoreUnavailableException("too many wait for PostgreSQL"));
              }
            });
  }

  private Context ownContext() {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }

  private <T> void run(Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    var timer =
        vertx.setTimer(
            timeoutMillis,
            late -> emitter.fail(new StoreUnavailableException("PostgreSQL took too long")));
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
                    SqlFailure.passes(failure)
                        ? new StoreUnavailableException("PostgreSQL failed", failure)
                        : failure));
  }
}
