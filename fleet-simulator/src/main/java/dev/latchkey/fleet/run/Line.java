package dev.latchkey.fleet.run;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/** Errands before a bounded number of connections, first come, first served. */
final class Line {

  private final int connections;
  private final Consumer<Errand> send;
  private final Deque<Errand> queue = new ArrayDeque<>();
  private final Set<Errand> inFlight = Collections.newSetFromMap(new IdentityHashMap<>());

  Line(int connections, Consumer<Errand> send) {
    this.connections = connections;
    this.send = send;
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
    return inFlight.contains(errand);
  }

  int queued() {
    return queue.size();
  }

  int inFlight() {
    return inFlight.size();
  }

  /** Whether nothing is under way but what the server may hold. */
  boolean isQuiet() {
    return queue.isEmpty() && inFlight.stream().allMatch(Errand::mayBeHeld);
  }

  /** Gives up: each errand in flight, then each in the queue. */
  void abandon(Consumer<Errand> unanswered, Consumer<Errand> unsent) {
    inFlight.forEach(unanswered);
    inFlight.clear();
    queue.forEach(unsent);
    queue.clear();
  }

  private void next() {
    while (inFlight.size() < connections && !queue.isEmpty()) {
      var errand = queue.remove();
      if (!errand.isStale()) {
        inFlight.add(errand);
        send.accept(errand);
      }
    }
  }
}
