package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.person.People;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.time.RunClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** All slices and the people beside them, as one. From any thread. */
record Fleet(List<Slice> slices, Optional<Crowd> crowd) {

  /** Gathers it, each slice on an event loop of its own, and the people on another. */
  static Future<Fleet> of(Vertx vertx, Plan plan, Phases phases, Target target, RunClock clock) {
    return crowd(vertx, plan, phases, target, clock)
        .compose(
            crowd -> {
              var maker =
                  new SliceMaker(vertx, plan, phases, target, clock, crowd.map(Crowd::people));
              var made =
                  IntStream.range(0, target.threads())
                      .mapToObj(i -> Loops.on(vertx, context -> maker.make(context, i)))
                      .toList();
              return Future.all(made).map(all -> new Fleet(all.list(), crowd));
            });
  }

  private static Future<Optional<Crowd>> crowd(
      Vertx vertx, Plan plan, Phases phases, Target target, RunClock clock) {
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

  /** Every so-manieth arrival is a slice's own, as its devices are. */
  void begin(long[] arrivals) {
    for (var i = 0; i < slices.size(); i++) {
      var slice = slices.get(i);
      var own =
          IntStream.iterate(i, at -> at < arrivals.length, at -> at + slices.size())
              .mapToLong(at -> arrivals[at])
              .toArray();
      slice.context().runOnContext(called -> slice.begin(own));
    }
  }

  /** What happened since the last look. */
  Future<Census> look(Interval interval) {
    return summed(slice -> slice.look(interval), some -> some.look(interval));
  }

  Future<Boolean> isAtRest() {
    return every(Slice::isAtRest);
  }

  void close() {
    slices.forEach(slice -> slice.context().runOnContext(called -> slice.close()));
    crowd.ifPresent(Crowd::close);
  }

  Future<Boolean> isQuiet() {
    return every(Slice::isQuiet)
        .compose(
            quiet ->
                quiet
                    ? crowd.map(Crowd::isQuiet).orElse(Future.succeededFuture(true))
                    : Future.succeededFuture(false));
  }

  /** The last look; adds all accounts up, and lets go of the network. */
  Future<Census> end(Interval interval, Ledger ledger, Map<Ending, Long> endings) {
    return summed(
        slice -> slice.end(interval, ledger, endings), some -> some.end(interval, ledger));
  }

  /** One after the other, because all add to the same totals. */
  private Future<Census> summed(
      Function<Slice, Census> ofSlice, Function<Crowd, Future<Void>> ofCrowd) {
    Future<Census> sum = Future.succeededFuture(Census.NOTHING);
    for (var slice : slices) {
      sum =
          sum.compose(so -> Loops.call(slice.context(), () -> ofSlice.apply(slice)).map(so::plus));
    }
    return sum.compose(
        census -> crowd.map(ofCrowd).orElse(Future.succeededFuture()).map(so -> census));
  }

  private Future<Boolean> every(Predicate<Slice> test) {
    return Future.all(
            slices.stream()
                .map(slice -> Loops.call(slice.context(), () -> test.test(slice)))
                .toList())
        .map(all -> all.<Boolean>list().stream().allMatch(Boolean::booleanValue));
  }
}
