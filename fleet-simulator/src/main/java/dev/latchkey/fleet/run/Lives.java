package dev.latchkey.fleet.run;

import static java.util.Objects.requireNonNull;

import dev.latchkey.fleet.device.Codes;
import dev.latchkey.fleet.device.Device.State;
import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.device.PollAnswer;
import dev.latchkey.fleet.device.RefreshAnswer;
import dev.latchkey.fleet.device.StartAnswer;
import dev.latchkey.fleet.device.Step;
import dev.latchkey.fleet.device.Tokens;
import dev.latchkey.fleet.device.Trip;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings devices from step to step: alarm, errand, answer, next alarm. */
final class Lives implements Exchange.Replies {

  /** A device that is done, or whose code ran out, is switched on again after a second or two. */
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final Plan plan;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final Hands hands;
  private final Book book;
  private final Population population;
  private final Exchange exchange;
  private final Extras extras;
  private int returning;
  private boolean closing;

  Lives(
      Plan plan,
      RunClock clock,
      TimerWheel wheel,
      Hands hands,
      Book book,
      Population population,
      Function<Exchange.Replies, Exchange> exchange) {
    this.plan = plan;
    this.clock = clock;
    this.wheel = wheel;
    this.hands = hands;
    this.book = book;
    this.population = population;
    this.exchange = exchange.apply(this);
    this.extras = new Extras(plan.refreshing(), this.exchange);
  }

  Exchange exchange() {
    return exchange;
  }

  Population population() {
    return population;
  }

  void switchOn(VirtualDevice place, long due) {
    if (!closing && place.device().state() == State.OFF) {
      move(place, () -> place.device().switchOn(due));
    }
  }

  /** Only devices that wait for a person lose what they know; tokens are on the disk. */
  void reboot(VirtualDevice place, long due) {
    var state = place.device().state();
    if (state == State.STARTING || state == State.POLLING) {
      again(place, due);
    }
  }

  /** Whether every device has done all that it had to do. */
  boolean isAtRest() {
    return population.isAtRest() && exchange.isQuiet() && returning == 0;
  }

  /** No device asks anything more. */
  void close() {
    closing = true;
  }

  @Override
  public void started(VirtualDevice place, StartAnswer answer, Trip trip) {
    move(place, () -> place.device().started(answer, trip));
    if (answer instanceof Codes codes && !closing) {
      hands.take(place, codes, trip.answered());
    }
  }

  @Override
  public void polled(VirtualDevice place, PollAnswer answer, Trip trip) {
    move(place, () -> place.device().polled(answer, trip));
    if (answer instanceof Tokens tokens) {
      if (plan.refreshing().isPresent() && tokens.refreshToken() == null) {
        book.remark("devices linked without a refresh token (ask for offline_access)");
      }
      var at = trip.answered();
      place.handover().received(at).ifPresent(nanos -> book.handedOver(nanos, at));
    }
  }

  @Override
  public void refreshed(VirtualDevice place, RefreshAnswer answer, Trip trip) {
    var used = place.device().refreshToken();
    move(place, () -> place.device().refreshed(answer, trip));
    if (answer instanceof Tokens && used != null && !closing) {
      extras.after(place, used, trip.answered());
    }
  }

  private void again(VirtualDevice place, long due) {
    if (!closing) {
      population.moved(place.device().state(), State.OFF);
      place.forget();
      switchOn(place, due);
    }
  }

  private void move(VirtualDevice place, Supplier<Step> move) {
    var before = place.device().state();
    var step = move.get();
    population.moved(before, place.device().state());
    switch (step) {
      case Step.Start(var at) -> later(place, Kind.START, at);
      case Step.Poll(var at) -> later(place, Kind.POLL, at);
      case Step.Refresh(var at) -> later(place, Kind.REFRESH, at);
      case Step.Rest(var ending) -> rest(place, ending);
    }
  }

  private void later(VirtualDevice place, Kind kind, long at) {
    var device = place.device();
    wheel.schedule(
        at,
        due -> {
          if (closing || device != place.device()) {
            return;
          }
          exchange.ask(new Errand(place, kind, due));
          if (kind == Kind.REFRESH) {
            extras.beside(place, requireNonNull(device.refreshToken()), due);
          }
        });
  }

  private void rest(VirtualDevice place, Ending ending) {
    population.ended(ending);
    if (comesBack(ending)) {
      returning++;
      wheel.schedule(
          place.soon(clock.now() + PAUSE, PAUSE),
          due -> {
            returning--;
            again(place, due);
          });
    }
  }

  /** What the server rejected once it would reject for ever. */
  private boolean comesBack(Ending ending) {
    return ending != Ending.REJECTED && (plan.comesBack() || ending == Ending.EXPIRED);
  }
}
