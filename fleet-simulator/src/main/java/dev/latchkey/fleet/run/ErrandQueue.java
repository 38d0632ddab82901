package dev.latchkey.fleet.run;

import dev.latchkey.fleet.time.RunClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** Errands before a bounded number of connections, first come, first served. */
final class ErrandQueue {

  private final int connections;
  private final RunClock clock;
  private final Consumer<Errand> send;
  private final Consumer<Errand> forgotten;
  private final Deque<Errand> queue = new ArrayDeque<>();

  /** With the time when each got its connection, in nanoseconds of the run. */
  private final IdentityHashMap<Errand, Long> inFlight = new IdentityHashMap<>();

  /**
   * An empty one.
   *
   * @param send told of each whose turn it is
   * @param forgotten told instead of those that their device has forgotten meanwhile
   */
  ErrandQueue(int connections, RunClock clock, Consumer<Errand> send, Consumer<Errand> forgotten) {
    this.connections = connections;
    this.clock = clock;
    this.send = send;
    this.forgotten = forgotten;
  }

  void join(Errand errand) {
    queue.add(errand);
    next();
  }

  void left(Errand errand) {
    inFlight.remove(errand);
    next();
  }

  boolean isInFlight(Errand errand) {
    return inFlight.containsKey(errand);
  }

  int queued() {
    return queue.size();
  }

  int inFlight() {
    return inFlight.size();
  }

  /**
   * Whether nothing is under way but what may well be.
   *
   * @param mayBe asked of an errand and of when it was sent
   */
  boolean isQuiet(BiPredicate<Errand, Long> mayBe) {
    return queue.isEmpty()
        && inFlight.entrySet().stream()
            .allMatch(entry -> mayBe.test(entry.getKey(), entry.getValue()));
  }

  /** Sends nothing of what still waits. */
  void abandonQueue(Consumer<Errand> unsent) {
    for (var errand : queue) {
      (errand.isStale() ? forgotten : unsent).accept(errand);
    }
    queue.clear();
  }

  /** Gives up what is under way; told with when it was sent. */
  void abandonFlights(ObjLongConsumer<Errand> unanswered) {
    inFlight.forEach(unanswered::accept);
    inFlight.clear();
  }

  private void next() {
    while (inFlight.size() < connections && !queue.isEmpty()) {
      var errand = queue.remove();
      if (errand.isStale()) {
        forgotten.accept(errand);
      } else {
        inFlight.put(errand, clock.now());
        send.accept(errand);
      }
    }
  }
}
