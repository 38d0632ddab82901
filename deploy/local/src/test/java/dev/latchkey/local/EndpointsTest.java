package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of one replica, which is a server that says whether it is ready. */
class EndpointsTest {

  private static final int REPLICA = 1;

  private final Endpoints endpoints =
      new Endpoints(
          new ReadinessProbe(Duration.ofMillis(20), Duration.ofSeconds(5), 2), Duration.ZERO);
  private final Replicas replicas = Replicas.at(List.of(REPLICA));
  private final Queue<Boolean> toldWhenAsked = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile IntPredicate ready = question -> true;

  EndpointsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          toldWhenAsked.add(endpoints.areTold(REPLICA));
          exchange.sendResponseHeaders(ready.test(toldWhenAsked.size()) ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
    endpoints.watch(server.getAddress().getPort() - Part.TO_MANAGEMENT, REPLICA, replicas);
  }

  @AfterEach
  void stop() {
    endpoints.close();
    server.stop(0);
  }

  @Test
  void oneMissIsForgiven() {
    // Given
    await().until(() -> endpoints.areTold(REPLICA));
    toldWhenAsked.clear();

    // When
    ready = question -> question % 2 == 0;

    // Then
    await().until(() -> toldWhenAsked.size() > 10);
    assertThat(toldWhenAsked).containsOnly(true);
  }

  @Test
  void moreMissesInARowAreNotAndOneAnswerIsEnoughToComeBack() {
    // Given
    await().until(() -> endpoints.areTold(REPLICA));

    // When
    ready = question -> false;
    await().until(() -> replicas.inTurn().isEmpty());
    ready = question -> true;

    // Then
    await().untilAsserted(() -> assertThat(replicas.inTurn()).containsExactly(REPLICA));
  }
}
