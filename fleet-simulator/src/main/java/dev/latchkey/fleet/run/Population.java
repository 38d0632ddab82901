package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Device.State;
import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.statistics.Census;
import java.util.EnumMap;
import java.util.Map;

/** How many devices of a slice are where; kept up to date, because counting 100,000 takes time. */
final class Population {

  private final Map<State, Integer> byState = new EnumMap<>(State.class);
  private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);

  Population(int off) {
    byState.put(State.OFF, off);
  }

  void moved(State from, State to) {
    byState.merge(from, -1, Integer::sum);
    byState.merge(to, 1, Integer::sum);
  }

  void ended(Ending ending) {
    endings.merge(ending, 1L, Long::sum);
  }

  Map<Ending, Long> endings() {
    return endings;
  }

  /** Whether every device has done all that it had to do. */
  boolean isAtRest() {
    return count(State.OFF) + count(State.STARTING) + count(State.POLLING) + count(State.LINKED)
        == 0;
  }

  Census census(Exchange exchange) {
    return new Census(
        count(State.OFF),
        count(State.STARTING),
        count(State.POLLING),
        count(State.LINKED),
        count(State.ENDED),
        exchange.inFlight(),
        exchange.queued());
  }

  private int count(State state) {
    return byState.getOrDefault(state, 0);
  }
}
