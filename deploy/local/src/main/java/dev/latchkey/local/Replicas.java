package dev.latchkey.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the gateway finds the replicas of one service, and which of them are ready: what a Service
 * is in Kubernetes. Whoever looks after them says so.
 */
public final class Replicas {

  private final List<Integer> ports;
  private final Set<Integer> away = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();

  private Replicas(List<Integer> ports) {
    this.ports = ports;
  }

  /** All of them ready. */
  public static Replicas at(List<Integer> ports) {
    return new Replicas(List.copyOf(ports));
  }

  /** Says whether a replica takes requests. */
  public void mark(int port, boolean ready) {
    if (ready) {
      away.remove(port);
    } else {
      away.add(port);
    }
  }

  /**
   * Those that are ready, in the order in which a request tries them: another one first each time.
   */
  List<Integer> inTurn() {
    var ready = new ArrayList<>(ports);
    ready.removeAll(away);
    if (!ready.isEmpty()) {
      Collections.rotate(ready, Math.floorMod(turn.getAndIncrement(), ready.size()));
    }
    return List.copyOf(ready);
  }
}
