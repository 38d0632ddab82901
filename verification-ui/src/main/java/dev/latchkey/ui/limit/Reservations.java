package dev.latchkey.ui.limit;

import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Limiter;
import dev.latchkey.limit.Reservation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Reserves all that a guess needs, or nothing. One call for each limit: they are apart in a
 * Cluster.
 */
@ApplicationScoped
class Reservations {

  private final Limiter limiter;

  Reservations(Limiter limiter) {
    this.limiter = limiter;
  }

  /** In the order given: what comes after a limit that is reached is not touched. */
  Uni<Reserved> reserve(List<Demand> demands) {
    return reserve(demands, List.of());
  }

  private Uni<Reserved> reserve(List<Demand> demands, List<Reservation> held) {
    if (demands.isEmpty()) {
      return Uni.createFrom().item(new Reserved.All(held));
    }
    var demand = demands.get(0);
    var others = demands.subList(1, demands.size());
    return limiter
        .take(demand.limit(), demand.subject())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Allowed(var reservation, var remaining) ->
                      reserve(others, and(held, reservation));
                  case Limited limited ->
                      demand.binding()
                          ? giveBack(held).replaceWith(new Reserved.Missing(demand.kind(), limited))
                          : reserve(others, held);
                });
  }

  /** It was no guess. */
  Uni<Void> giveBack(List<Reservation> reservations) {
    if (reservations.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(reservations.stream().map(limiter::giveBack).toList())
        .andFailFast()
        .replaceWithVoid();
  }

  private static List<Reservation> and(List<Reservation> held, Reservation another) {
    var all = new ArrayList<>(held);
    all.add(another);
    return all;
  }
}
