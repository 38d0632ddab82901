package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.person.People;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Second;
import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One run from beginning to end. */
public final class Run {

  private static final long SECOND_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 20;

  /** How long answers may still come after the end, so that a stall at the end shows too. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Plan plan;
  private final Target target;
  private final Consumer<Second> watcher;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final List<Second> seconds = new ArrayList<>();
  private final Promise<Result> promise = Promise.promise();

  private List<Slice> slices = List.of();
  private Optional<Crowd> crowd = Optional.empty();
  private RunClock clock = () -> 0;
  private Phases phases = new Phases(List.of());
  private Instant began = Instant.EPOCH;

  private record Crowd(Context context, People people) {

    Future<Void> look(Interval total) {
      return Loops.tell(context, () -> people.interval().drainInto(total));
    }

    Future<Void> end(Ledger total) {
      return Loops.tell(
          context,
          () -> {
            total.add(people.ledger());
            people.close();
          });
    }
  }

  /** The watcher is told each second, on an event loop. */
  public Run(Vertx vertx, Plan plan, Target target, Consumer<Second> watcher) {
    this.vertx = vertx;
    this.plan = plan;
    this.target = target;
    this.watcher = watcher;
  }

  /** Ends it before its time; from any thread. The result comes as usual. */
  public void interrupt() {
    interrupted.set(true);
  }

  /** Runs; may be called once. */
  public Future<Result> begin() {
    var arrivals = plan.arrivals().times(plan.devices(), new SplittableRandom(plan.seed()));
    phases = plan.phases(arrivals);
    clock = RunClock.starting();
    began = Instant.now();
    Loops.on(vertx, context -> context)
        .compose(control -> prepare().onSuccess(made -> control.runOnContext(v -> go(arrivals))))
        .onFailure(promise::fail);
    return promise.future();
  }

  private Future<Void> prepare() {
    return crowd()
        .compose(
            found -> {
              crowd = found;
              var maker =
                  new SliceMaker(vertx, plan, phases, target, clock, found.map(Crowd::people));
              var made =
                  IntStream.range(0, target.threads())
                      .mapToObj(i -> Loops.on(vertx, context -> maker.make(context, i)))
                      .toList();
              return Future.all(made).map(all -> all.<Slice>list());
            })
        .onSuccess(all -> slices = all)
        .mapEmpty();
  }

  private Future<Optional<Crowd>> crowd() {
    return plan.fates().needPeople()
        ? Loops.on(
            vertx,
            context ->
                Optional.of(
                    new Crowd(
                        context,
                        new People(vertx, clock, phases, target.account(), target.browsers()))))
        : Future.succeededFuture(Optional.empty());
  }

  private void go(long[] arrivals) {
    for (var i = 0; i < slices.size(); i++) {
      var slice = slices.get(i);
      var first = i;
      var own =
          IntStream.iterate(first, at -> at < arrivals.length, at -> at + slices.size())
              .mapToLong(at -> arrivals[at])
              .toArray();
      slice.context().runOnContext(called -> slice.begin(own));
    }
    vertx.setPeriodic(SECOND_MILLIS, id -> look(id));
    vertx.setPeriodic(LOOK_MILLIS, id -> endIfTime(id));
  }

  private void look(long timer) {
    if (promise.future().isComplete()) {
      vertx.cancelTimer(timer);
      return;
    }
    var interval = new Interval();
    gather(interval)
        .onSuccess(
            census -> {
              var second = Second.of(clock.now() / 1e9, interval, census);
              seconds.add(second);
              watcher.accept(second);
            });
  }

  /** One after the other, because they all add to one interval. */
  private Future<Census> gather(Interval interval) {
    Future<Census> sum = Future.succeededFuture(Census.NOTHING);
    for (var slice : slices) {
      sum =
          sum.compose(so -> Loops.call(slice.context(), () -> slice.look(interval)).map(so::plus));
    }
    return sum.compose(
        census ->
            crowd
                .map(some -> some.look(interval))
                .orElse(Future.succeededFuture())
                .map(so -> census));
  }

  private void endIfTime(long timer) {
    if (interrupted.get() || clock.now() >= plan.duration().toNanos()) {
      vertx.cancelTimer(timer);
      end();
      return;
    }
    every(Slice::isAtRest)
        .onSuccess(
            resting -> {
              if (resting && vertx.cancelTimer(timer)) {
                end();
              }
            });
  }

  private Future<Boolean> every(Predicate<Slice> test) {
    return Future.all(
            slices.stream()
                .map(slice -> Loops.call(slice.context(), () -> test.test(slice)))
                .toList())
        .map(all -> all.<Boolean>list().stream().allMatch(Boolean::booleanValue));
  }

  private void end() {
    var at = clock.now();
    slices.forEach(slice -> slice.context().runOnContext(called -> slice.close()));
    vertx.setPeriodic(LOOK_MILLIS, id -> finishIfQuiet(id, at));
  }

  private void finishIfQuiet(long timer, long end) {
    every(Slice::isQuiet)
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
    gather(interval)
        .compose(
            census -> {
              seconds.add(Second.of(clock.now() / 1e9, interval, census));
              Future<Void> done = Future.succeededFuture();
              for (var slice : slices) {
                done =
                    done.compose(
                        so -> Loops.tell(slice.context(), () -> slice.end(ledger, endings)));
              }
              return done;
            })
        .compose(so -> crowd.map(some -> some.end(ledger)).orElse(Future.succeededFuture()))
        .map(
            so -> new Result(plan, began, end, interrupted.get(), phases, ledger, seconds, endings))
        .onComplete(promise);
  }
}
