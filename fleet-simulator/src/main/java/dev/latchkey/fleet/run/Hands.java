package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Codes;
import dev.latchkey.fleet.person.People;
import dev.latchkey.fleet.person.Visit;
import dev.latchkey.fleet.person.Wish;
import dev.latchkey.fleet.scenario.Fates;
import dev.latchkey.fleet.scenario.Fates.Fate;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import io.vertx.core.Context;
import java.util.Optional;

/** In whose hands the codes come: draws each one's fate, and sends somebody when it is time. */
final class Hands {

  private final Fates fates;
  private final Optional<People> people;
  private final Context context;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final Book book;

  Hands(
      Fates fates,
      Optional<People> people,
      Context context,
      RunClock clock,
      TimerWheel wheel,
      Book book) {
    this.fates = fates;
    this.people = people;
    this.context = context;
    this.clock = clock;
    this.wheel = wheel;
    this.book = book;
  }

  void take(VirtualDevice place, Codes codes, long now) {
    var handover = place.beginGrant();
    var fate = fates.draw(place.random());
    if (fate != Fate.IGNORED) {
      var wish = fate == Fate.APPROVED ? Wish.APPROVE : Wish.DENY;
      wheel.schedule(now + fates.delay(place.random()), due -> send(due, wish, codes, handover));
    }
  }

  private void send(long due, Wish wish, Codes codes, Handover handover) {
    people.ifPresent(
        some ->
            some.send(
                new Visit(
                    due,
                    wish,
                    codes,
                    pressed -> context.runOnContext(called -> pressed(handover, pressed)))));
  }

  private void pressed(Handover handover, long at) {
    handover.pressed(at).ifPresent(nanos -> book.handedOver(nanos, clock.now()));
  }
}
