package dev.latchkey.fleet.run;

import static java.util.Objects.requireNonNull;

import dev.latchkey.fleet.device.Answer;
import dev.latchkey.fleet.device.Codes;
import dev.latchkey.fleet.device.Device.State;
import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.device.Gone;
import dev.latchkey.fleet.device.Reply;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.device.StartReader;
import dev.latchkey.fleet.device.Step;
import dev.latchkey.fleet.device.TokenReader;
import dev.latchkey.fleet.device.Tokens;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.RefreshLife;
import dev.latchkey.fleet.statistics.Census;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import dev.latchkey.fleet.wire.Landing;
import dev.latchkey.fleet.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Brings devices from step to step: alarm, errand, answer, next alarm. */
final class Lives {

  /** A device that is done, or whose code ran out, is switched on again after a second or two. */
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final Plan plan;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final Wire wire;
  private final Requests requests;
  private final Hands hands;
  private final RandomGenerator random;
  private final Book book;
  private final Line line;
  private final Population population;
  private int returning;
  private boolean closing;

  Lives(
      Plan plan,
      RunClock clock,
      TimerWheel wheel,
      Wire wire,
      Requests requests,
      Hands hands,
      RandomGenerator random,
      Book book,
      int connections,
      Population population) {
    this.plan = plan;
    this.clock = clock;
    this.wheel = wheel;
    this.wire = wire;
    this.requests = requests;
    this.hands = hands;
    this.random = random;
    this.book = book;
    this.line = new Line(connections, this::send);
    this.population = population;
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

  /** A time within that span. */
  long soon(long from, long span) {
    return from + (long) (random.nextDouble() * span);
  }

  Census census() {
    return population.census(line);
  }

  Map<Ending, Long> endings() {
    return population.endings();
  }

  boolean isAtRest() {
    return population.isAtRest() && line.isQuiet() && returning == 0;
  }

  void close() {
    closing = true;
  }

  boolean isQuiet() {
    return line.isQuiet();
  }

  void end() {
    var now = clock.now();
    line.abandon(errand -> book.unanswered(errand, now), errand -> book.unsent(errand, now));
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
          line.join(new Errand(place, kind, due));
          if (kind == Kind.REFRESH) {
            perhaps(place, requireNonNull(device.refreshToken()), due, RefreshLife::parallel);
          }
        });
  }

  private void rest(VirtualDevice place, Ending ending) {
    population.ended(ending);
    if (plan.comesBack() || ending == Ending.EXPIRED) {
      returning++;
      wheel.schedule(
          soon(clock.now() + PAUSE, PAUSE),
          due -> {
            returning--;
            again(place, due);
          });
    }
  }

  private void send(Errand errand) {
    wire.send(requests.of(errand), landing -> landed(errand, landing));
  }

  private void landed(Errand errand, Landing landing) {
    switch (errand.kind()) {
      case START -> started(errand, landing);
      case POLL -> polled(errand, landing);
      case REFRESH -> refreshed(errand, landing);
      case HELD, PAGE, DECISION, HANDOVER -> throw new IllegalStateException("no device's errand");
    }
    line.left(errand);
  }

  private void started(Errand errand, Landing landing) {
    var answer = read(landing, StartReader::read, silence -> silence);
    book.landed(errand, landing, answer);
    if (errand.isStale()) {
      return;
    }
    move(errand.place(), () -> errand.device().started(answer, landing.trip()));
    if (answer instanceof Codes codes && !closing) {
      hands.take(errand.place(), codes, landing.trip().answered());
    }
  }

  private void polled(Errand errand, Landing landing) {
    var answer = read(landing, TokenReader::poll, silence -> silence);
    book.landed(errand, landing, answer);
    if (errand.isStale()) {
      return;
    }
    move(errand.place(), () -> errand.device().polled(answer, landing.trip()));
    if (answer instanceof Tokens) {
      var at = landing.trip().answered();
      errand.place().handover().received(at).ifPresent(nanos -> book.handedOver(nanos, at));
    }
  }

  private void refreshed(Errand errand, Landing landing) {
    var answer = read(landing, TokenReader::refresh, silence -> silence);
    book.landed(errand, landing, answer);
    if (errand.isExtra()) {
      if (answer == Gone.INVALID_GRANT) {
        book.remark("invalid_grant for a parallel or repeated refresh");
      }
      return;
    }
    var used = errand.device().refreshToken();
    move(errand.place(), () -> errand.device().refreshed(answer, landing.trip()));
    if (answer instanceof Tokens && used != null && !closing) {
      perhaps(errand.place(), used, landing.trip().answered(), RefreshLife::repeated);
    }
  }

  private void perhaps(
      VirtualDevice place, String token, long due, Function<RefreshLife, Double> share) {
    if (plan.refreshing().map(share).orElse(0.0) > random.nextDouble()) {
      line.join(new Errand(place, place.device(), Kind.REFRESH, due, token));
    }
  }

  private static <A extends Answer> A read(
      Landing landing, Function<Reply, A> reader, Function<Silence, A> silent) {
    return switch (landing) {
      case Landing.Answered answered -> reader.apply(answered.reply());
      case Landing.Unanswered unanswered -> silent.apply(unanswered.silence());
    };
  }
}
