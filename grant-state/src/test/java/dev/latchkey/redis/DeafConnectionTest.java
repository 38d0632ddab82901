package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisProcess;
import io.vertx.core.Context;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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

  private final Context loop = Topology.vertx().getOrCreateContext();
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
    assertThat(poll(pod, code)).succeedsWithin(PATIENCE);

    // When
    clients.forEach(client -> client.handler(lost -> {}));

    // Then
    assertThat(poll(pod, code)).failsWithin(PATIENCE);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(poll(pod, code)).succeedsWithin(PATIENCE));
  }

  /** Always by the same event loop: each has a connection of its own. */
  private CompletableFuture<PollOutcome> poll(Pod pod, DeviceCode code) {
    var outcome = new CompletableFuture<PollOutcome>();
    loop.runOnContext(
        there ->
            pod.redemption
                .poll(code.grantId(), TV, Proof.NONE, Optional.empty())
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally));
    return outcome;
  }
}
