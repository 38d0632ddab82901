package dev.latchkey.chaos.stand;

import dev.latchkey.local.Part;
import dev.latchkey.local.Replicas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
  private static final int TO_MANAGEMENT = 10;

  private final HttpClient http =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();
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
        .mark(replica.line().port(), isReady(replica));
  }

  private boolean isReady(Replica replica) {
    var port = replica.process().port() + TO_MANAGEMENT;
    var ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    try {
      var request = HttpRequest.newBuilder(ready).timeout(PATIENCE).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
