package dev.latchkey.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster does for a Service: asks each replica whether it is ready, and tells the gateway
 * some time later.
 */
public final class Endpoints implements AutoCloseable {

  /** One for each replica that is slow to answer. */
  private static final int THREADS = 16;

  private final ReadinessProbe probe;
  private final Duration late;
  private final Readiness readiness;
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(THREADS, Thread.ofVirtual().factory());

  /** By the ports of the gateway, those to which requests go. */
  private final Map<Integer, Boolean> told = new ConcurrentHashMap<>();

  /**
   * Endpoints of nobody yet.
   *
   * @param late until the gateway knows what has changed
   */
  public Endpoints(ReadinessProbe probe, Duration late) {
    this.probe = probe;
    this.late = late;
    this.readiness = new Readiness(probe.timeout());
  }

  /**
   * From now on requests go to this replica while it is ready.
   *
   * @param process the port on which it listens
   * @param replica the port at which the gateway finds it, which may be that of a line to it
   */
  public void watch(int process, int replica, Replicas service) {
    later(new Watch(process, replica, service)::look, 0);
  }

  /** Whether the gateway was told of this port of a replica that it is ready. */
  public boolean areTold(int replica) {
    return told.getOrDefault(replica, false);
  }

  private void later(Runnable work, long millis) {
    if (!clock.isShutdown()) {
      var unused = clock.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** One replica; its questions follow one another. */
  private final class Watch {

    private final int process;
    private final int replica;
    private final Replicas service;

    /** As it was when that was last certain. */
    private volatile @Nullable Boolean ready;

    private int misses;

    Watch(int process, int replica, Replicas service) {
      this.process = process;
      this.replica = replica;
      this.service = service;
    }

    void look() {
      var asked = System.nanoTime();
      var answered = readiness.of(process);
      misses = answered ? 0 : misses + 1;
      if (answered || misses >= probe.failureThreshold()) {
        become(answered);
      }
      var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
      later(this::look, probe.period().toMillis() - took);
    }

    private void become(boolean now) {
      if (ready == null || ready != now) {
        ready = now;
        later(this::tell, late.toMillis());
      }
    }

    /** As it is by then: of two changes that are told at once the later one counts. */
    private void tell() {
      var now = Boolean.TRUE.equals(ready);
      service.mark(replica, now);
      told.put(replica, now);
    }
  }
}
