package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Interval;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A part of the fleet on one event loop, where all that it is made of lives. */
final class Slice {

  private static final long TICK_MILLIS = 1;

  /** From here on it is no jitter: what was due meanwhile is charged to the server wrongly. */
  private static final long LATE = Duration.ofMillis(50).toNanos();

  private final Vertx vertx;
  private final Context context;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final Plan plan;
  private final List<VirtualDevice> devices;
  private final Book book;
  private final Lives lives;
  private final Runnable closeWire;
  private long ticker;
  private long advanced;

  Slice(
      Vertx vertx,
      Context context,
      RunClock clock,
      TimerWheel wheel,
      Plan plan,
      List<VirtualDevice> devices,
      Book book,
      Lives lives,
      Runnable closeWire) {
    this.vertx = vertx;
    this.context = context;
    this.clock = clock;
    this.wheel = wheel;
    this.plan = plan;
    this.devices = devices;
    this.book = book;
    this.lives = lives;
    this.closeWire = closeWire;
  }

  Context context() {
    return context;
  }

  /**
   * Sets the alarms of all that does not depend on answers. On this slice's event loop, as all that
   * follows.
   *
   * @param arrivals when each device is switched on, in nanoseconds of the run
   */
  void begin(long[] arrivals) {
    for (var i = 0; i < arrivals.length; i++) {
      var place = devices.get(i);
      wheel.schedule(arrivals[i], due -> lives.switchOn(place, due));
    }
    plan.reboot()
        .ifPresent(
            reboot ->
                devices.forEach(
                    place ->
                        wheel.schedule(
                            place.soon(reboot.at().toNanos(), reboot.within().toNanos()),
                            due -> lives.reboot(place, due))));
    advanced = clock.now();
    ticker = vertx.setPeriodic(TICK_MILLIS, id -> advance(clock.now()));
  }

  private void advance(long now) {
    if (now - advanced > LATE) {
      book.remark(
          "times that the simulator itself was more than 50 ms late (it lacked CPU, or memory)");
    }
    advanced = now;
    wheel.advance(now);
  }

  /** What happened since the last look. */
  Census look(Interval total) {
    book.interval().drainInto(total);
    return lives.population().census(lives.exchange());
  }

  boolean isAtRest() {
    return lives.isAtRest();
  }

  /** No more is sent; what is under way may still be answered. */
  void close() {
    lives.close();
    lives.exchange().close();
  }

  boolean isQuiet() {
    return lives.exchange().isQuiet();
  }

  /** The last look; adds all to the totals, and lets go of the network. */
  Census end(Interval interval, Ledger ledger, Map<Ending, Long> endings) {
    vertx.cancelTimer(ticker);
    var census = look(interval);
    lives.exchange().end(clock.now());
    ledger.add(book.ledger());
    closeWire.run();
    lives
        .population()
        .endings()
        .forEach((ending, times) -> endings.merge(ending, times, Long::sum));
    return census;
  }
}
