package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.stores.RedisProcess;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that stays open, and by which nothing is answered any more. */
class DeafConnectionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(9);
  private static final int SOON_SECONDS = 10;

  private final Queue<NetSocket> clients = new ConcurrentLinkedQueue<>();
  private RedisProcess redis;
  private NetServer line;

  /** Passes on all that is said to Redis. */
  @BeforeEach
  void layLine() throws Exception {
    redis = RedisProcess.start();
    line =
        Topology.vertx()
            .createNetServer()
            .connectHandler(
                client -> {
                  client.pause();
                  clients.add(client);
                  Topology.vertx()
                      .createNetClient()
                      .connect(redis.port(), "127.0.0.1")
                      .onSuccess(
                          server -> {
                            server.handler(client::write);
                            client.handler(server::write).resume();
                          });
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(SOON_SECONDS, TimeUnit.SECONDS);
  }

  @AfterEach
  void takeLineAway() {
    line.close();
    redis.close();
  }

  @Test
  void isLeftForANewOne() {
    // Given
    var options = Topology.options(List.of("redis://127.0.0.1:" + line.actualPort()));
    var pod = Pod.of(() -> Redis.createClient(Topology.vertx(), options));
    var code = pending().save(redis);
    var first = pod.poll(code);

    // When
    clients.forEach(client -> client.handler(lost -> {}));

    // Then
    assertThat(first).isEqualTo(Waiting.PENDING);
    assertThatThrownBy(() -> pod.poll(code)).isInstanceOf(GrantStoreException.class);
    // Another thread would have another connection.
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .ignoreException(GrantStoreException.class)
        .until(() -> pod.poll(code) != null);
  }
}
