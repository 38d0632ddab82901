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

  Course(Vertx vertx, Fleet fleet, RunClock clock, Consumer<Second> watcher) {
    this.vertx = vertx;
    this.fleet = fleet;
    this.clock = clock;
    this.watcher = watcher;
  }

  /** Until that time, or until somebody wants the end, or until no device has anything to do. */
  Future<End> run(Context context, Duration time, BooleanSupplier interrupted, long[] arrivals) {
    context.runOnContext(
        called -> {
          if (!interrupted.getAsBoolean()) {
            fleet.begin(arrivals);
          }
          vertx.setPeriodic(SECOND_MILLIS, this::look);
          vertx.setPeriodic(
              LOOK_MILLIS,
              id -> endIfTime(id, interrupted.getAsBoolean() || clock.now() >= time.toNanos()));
        });
    return promise.future();
  }

  private void look(long timer) {
    if (promise.future().isComplete()) {
      vertx.cancelTimer(timer);
      return;
    }
    var interval = new Interval();
    fleet
        .look(interval)
        .onSuccess(
            census -> {
              var second = Second.of(clock.now() / 1e9, interval, census);
              seconds.add(second);
              watcher.accept(second);
            });
  }

  private void endIfTime(long timer, boolean isTime) {
    if (isTime) {
      vertx.cancelTimer(timer);
      end();
      return;
    }
    fleet
        .isAtRest()
        .onSuccess(
            resting -> {
              if (resting && vertx.cancelTimer(timer)) {
                end();
              }
            });
  }

  private void end() {
    var at = clock.now();
    fleet.close();
    vertx.setPeriodic(LOOK_MILLIS, id -> finishIfQuiet(id, at));
  }

  private void finishIfQuiet(long timer, long end) {
    fleet
        .isQuiet()
        .onSuccess(
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
    fleet
        .end(interval, ledger, endings)
        .map(
            census -> {
              seconds.add(Second.of(clock.now() / 1e9, interval, census));
              return new End(end, ledger, seconds, endings);
            })
        .onComplete(promise);
  }
}
