package dev.latchkey.fleet.run;

import dev.latchkey.fleet.scenario.RefreshLife;
import dev.latchkey.fleet.statistics.Kind;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Some refreshes are sent twice at once, or once more with the token that is spent. */
final class Extras {

  private final Optional<RefreshLife> life;
  private final Exchange exchange;

  Extras(Optional<RefreshLife> life, Exchange exchange) {
    this.life = life;
    this.exchange = exchange;
  }

  /** Beside a refresh that is being sent. */
  void beside(VirtualDevice place, String token, long due) {
    perhaps(place, token, due, RefreshLife::parallel);
  }

  /** After one that was answered. */
  void after(VirtualDevice place, String spent, long due) {
    perhaps(place, spent, due, RefreshLife::repeated);
  }

  private void perhaps(
      VirtualDevice place, String token, long due, ToDoubleFunction<RefreshLife> share) {
    if (life.stream().mapToDouble(share).sum() > place.random().nextDouble()) {
      exchange.ask(new Errand(place, place.device(), Kind.REFRESH, due, token));
    }
  }
}
