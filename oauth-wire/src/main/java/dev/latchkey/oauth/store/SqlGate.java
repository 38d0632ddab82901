package dev.latchkey.oauth.store;

import dev.latchkey.oauth.metrics.StoreMetrics;
import dev.latchkey.oauth.metrics.StoreMetrics.SqlKind;
import dev.latchkey.oauth.trace.Traces;
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
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Making an RSA key on half a core, or sweeping a large table, takes longer than a request. */
  static final long BACKGROUND_MILLIS = 15_000;

  private final Vertx vertx;
  private final long timeoutMillis;
  private final Semaphore places;
  private final StoreMetrics metrics;
  private final Traces traces;

  SqlGate(Vertx vertx, SqlConfig config, StoreMetrics metrics, Traces traces) {
    if (config.timeout().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("latchkey.sql.timeout is at most " + LONGEST);
    }
    this.vertx = vertx;
    this.timeoutMillis = config.timeout().toMillis();
    this.places = new Semaphore(config.parallel());
    this.metrics = metrics;
    this.traces = traces;
    metrics.sqlWork(() -> config.parallel() - places.availablePermits(), config.parallel());
  }

  /**
   * Does the work on a Vert.x context of its own: Hibernate Reactive binds its session to the
   * context, does one thing at a time in it, and refuses contexts that are not a request's, such as
   * that of a Redis connection. The answer comes on the caller's context, with what a request keeps
   * there.
   */
  public <T> Uni<T> call(Supplier<Uni<T>> work) {
    return inContext(SqlKind.SESSION, work);
  }

  /** As {@link #call}, for work that no request waits for: it is given up after 15 s. */
  public <T> Uni<T> callInBackground(Supplier<Uni<T>> work) {
    return inContext(SqlKind.BACKGROUND, work);
  }

  private <T> Uni<T> inContext(SqlKind kind, Supplier<Uni<T>> work) {
    return CallerContext.answers(
        admitted(kind, emitter -> ownContext().runOnContext(start -> run(kind, work, emitter))));
  }

  /**
   * Has statements run that need no session. They stay on the caller's context, where the SQL
   * client answers.
   */
  public <T> Uni<T> statement(Supplier<Future<T>> statement) {
    return inPlace(SqlKind.STATEMENT, statement);
  }

  /** As {@link #statement}, for work that no request waits for: it is given up after 15 s. */
  public <T> Uni<T> statementInBackground(Supplier<Future<T>> statement) {
    return inPlace(SqlKind.BACKGROUND, statement);
  }

  private <T> Uni<T> inPlace(SqlKind kind, Supplier<Future<T>> statement) {
    return admitted(kind, emitter -> run(kind, () -> UniHelper.toUni(statement.get()), emitter));
  }

  private <T> Uni<T> admitted(SqlKind kind, Consumer<UniEmitter<? super T>> start) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (places.tryAcquire()) {
                start.accept(emitter);
              } else {
                metrics.failed(kind);
                emitter.fail(new StoreUnavailableException("too many wait for PostgreSQL"));
              }
            });
  }

  private Context ownContext() {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    traces.goOn(context);
    return context;
  }

  private <T> void run(SqlKind kind, Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    var begun = System.nanoTime();
    // Each call is counted once: what comes after it was given up is no news.
    var givenUp = new AtomicBoolean();
    var timer =
        vertx.setTimer(
            patience(kind),
            late -> {
              givenUp.set(true);
              metrics.failed(kind);
              emitter.fail(new StoreUnavailableException("PostgreSQL took too long"));
            });
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
            item -> {
              if (!givenUp.get()) {
                metrics.answered(kind, begun);
                emitter.complete(item);
              }
            },
            failure -> {
              if (!givenUp.get()) {
                emitter.fail(judged(failure, kind));
              }
            });
  }

  private long patience(SqlKind kind) {
    return switch (kind) {
      case SESSION, STATEMENT -> timeoutMillis;
      case BACKGROUND -> BACKGROUND_MILLIS;
    };
  }

  /** A mistake of ours is no failure of the store. */
  private Throwable judged(Throwable failure, SqlKind kind) {
    if (!SqlFailure.passes(failure)) {
      return failure;
    }
    metrics.failed(kind);
    return new StoreUnavailableException("PostgreSQL failed", failure);
  }
}
