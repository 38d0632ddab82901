package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Second;
import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The time of a fleet from its begin to its end: looks at it each second, sees when it is over, and
 * waits a little for the last answers. On one event loop.
 */
final class Course {

  private static final long SECOND_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 20;

  /** How long answers may still come after the end, so that a stall at the end shows too. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context context;
  private final Fleet fleet;
  private final RunClock clock;
  private final Consumer<Second> watcher;
  private final List<Second> seconds = new ArrayList<>();
  private final Promise<End> promise = Promise.promise();

  /**
   * What is known at the end.
   *
   * @param at when no more was sent
   */
  record End(long at, Ledger ledger, List<Second> seconds, Map<Ending, Long> endings) {}

  Course(Vertx vertx, Context context, Fleet fleet, RunClock clock, Consumer<Second> watcher) {
    this.vertx = vertx;
    this.context = context;
    this.fleet = fleet;
    this.clock = clock;
    this.watcher = watcher;
  }

  /**
   * Until that time, or until somebody wants the end, or until no device has anything to do; fails
   * as soon as a part of the fleet cannot say how it is.
   */
  Future<End> run(Duration time, BooleanSupplier interrupted, long[] arrivals) {
    context.runOnContext(
        called -> { // the timers first: whatever fails after them, the run has an end
          vertx.setPeriodic(SECOND_MILLIS, this::look);
          vertx.setPeriodic(
              LOOK_MILLIS,
              id -> endIfTime(id, interrupted.getAsBoolean() || clock.now() >= time.toNanos()));
          if (!interrupted.getAsBoolean()) {
            fleet.begin(arrivals);
          }
        });
    return promise.future();
  }

  private void look(long timer) {
    if (promise.future().isComplete()) {
      vertx.cancelTimer(timer);
      return;
    }
    var interval = new Interval();
    then(
        fleet.look(interval),
        census -> {
          var second = Second.of(clock.now() / 1e9, interval, census);
          seconds.add(second);
          watcher.accept(second);
        });
  }

  private void endIfTime(long timer, boolean isTime) {
    if (isTime) {
      endOnce(timer);
      return;
    }
    then(
        fleet.isAtRest(),
        resting -> {
          if (resting) {
            endOnce(timer);
          }
        });
  }

  /** It may be time while somebody is still asked whether the fleet is at rest. */
  private void endOnce(long timer) {
    if (!vertx.cancelTimer(timer)) {
      return;
    }
    var at = clock.now();
    fleet.close();
    vertx.setPeriodic(LOOK_MILLIS, id -> finishIfQuiet(id, at));
  }

  private void finishIfQuiet(long timer, long end) {
    then(
        fleet.isQuiet(),
        quiet -> {
          if ((quiet || clock.now() - end > GRACE.toNanos()) && vertx.cancelTimer(timer)) {
            finish(end);
          }
        });
  }

  private void finish(long end) {
    var interval = new Interval();
    var ledger = new Ledger();
    Map<Ending, Long> endings = new EnumMap<>(Ending.class);
    then(
        fleet.end(interval, ledger, endings),
        census -> {
          seconds.add(Second.of(clock.now() / 1e9, interval, census));
          promise.tryComplete(new End(end, ledger, seconds, endings));
        });
  }

  /** Back on our event loop: the fleet answers on those of its slices. */
  private <T> void then(Future<T> asked, Consumer<T> next) {
    asked.onComplete(
        answered ->
            context.runOnContext(
                called -> {
                  if (answered.succeeded()) {
                    next.accept(answered.result());
                  } else {
                    promise.tryFail(answered.cause());
                  }
                }));
  }
}
