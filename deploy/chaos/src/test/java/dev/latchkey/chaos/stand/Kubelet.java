package dev.latchkey.chaos.stand;

import dev.latchkey.local.Part;
import dev.latchkey.local.Readiness;
import dev.latchkey.local.Replicas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks each replica once a second whether it is ready, and has those that are not passed over: one
 * answer that is not there within a second is enough, and one that is there.
 */
final class Kubelet implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Readiness readiness = new Readiness(PATIENCE);
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(6, Thread.ofVirtual().factory());
  private final Map<Part, Replicas> replicas;

  Kubelet(Map<Part, Replicas> replicas) {
    this.replicas = Map.copyOf(replicas);
  }

  void watch(List<Replica> all) {
    for (var replica : all) {
      var unused = clock.scheduleWithFixedDelay(() -> probe(replica), 0, 1, TimeUnit.SECONDS);
    }
  }

  private void probe(Replica replica) {
    Objects.requireNonNull(replicas.get(replica.service()))
        .mark(replica.line().port(), readiness.of(replica.process().port()));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
