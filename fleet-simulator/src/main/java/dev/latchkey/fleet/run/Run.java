package dev.latchkey.fleet.run;

import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Second;
import dev.latchkey.fleet.time.Stopwatch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One run from beginning to end. */
public final class Run {

  private final Vertx vertx;
  private final Plan plan;
  private final Target target;
  private final Consumer<Second> watcher;
  private final BooleanSupplier interrupted;

  /**
   * A run that has not begun.
   *
   * @param watcher told each second, on an event loop
   * @param interrupted asked often whether to end before the time; the result comes as usual
   */
  public Run(
      Vertx vertx,
      Plan plan,
      Target target,
      Consumer<Second> watcher,
      BooleanSupplier interrupted) {
    this.vertx = vertx;
    this.plan = plan;
    this.target = target;
    this.watcher = watcher;
    this.interrupted = interrupted;
  }

  /** Draws the arrivals, which no answer can delay, and runs. */
  public Future<Result> begin() {
    var arrivals = plan.arrivals().times(plan.devices(), new SplittableRandom(plan.seed()));
    var phases = plan.phases(arrivals);
    return Loops.on(vertx, context -> context)
        .compose(
            context -> {
              var clock = new Stopwatch();
              return Fleet.of(vertx, plan, phases, target, clock)
                  .compose(
                      fleet -> {
                        var began = Instant.now();
                        clock.begin();
                        return new Course(vertx, context, fleet, clock, watcher)
                            .run(plan.duration(), interrupted, arrivals)
                            .map(
                                end ->
                                    Result.of(
                                        plan, began, interrupted.getAsBoolean(), phases, end));
                      });
            });
  }
}
