package dev.latchkey.e2e;

import static org.awaitility.Awaitility.await;

import dev.latchkey.local.Readiness;
import dev.latchkey.local.Replicas;
import dev.latchkey.local.ServiceProcess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a cluster does for a Service: asks each replica whether it is ready, and tells the gateway
 * some time later.
 */
final class Endpoints implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(100);

  /** Until the gateway knows. */
  private static final Duration LATE = Duration.ofMillis(500);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Readiness readiness = new Readiness(PATIENCE);
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(4, Thread.ofVirtual().factory());

  /** As each was when it was last asked. */
  private final Map<Integer, Boolean> seen = new ConcurrentHashMap<>();

  /** What the gateway knows by now. */
  private final Map<Integer, Boolean> told = new ConcurrentHashMap<>();

  /** From now on requests go to this replica while it is ready. */
  void watch(int port, Replicas service) {
    seen.put(port, false);
    var unused =
        clock.scheduleWithFixedDelay(
            () -> look(port, service), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until requests go to it. */
  void awaitReady(ServiceProcess replica) {
    await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(told.get(replica.port())));
  }

  private void look(int port, Replicas service) {
    var ready = readiness.of(port);
    if (!seen.replace(port, !ready, ready)) {
      return;
    }
    var unused =
        clock.schedule(
            () -> {
              service.mark(port, ready);
              told.put(port, ready);
            },
            LATE.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
