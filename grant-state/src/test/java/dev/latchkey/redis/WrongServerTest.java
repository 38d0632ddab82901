package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisProcess;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that cannot serve us is left for the one that now has its address. */
class WrongServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NOBODYS_PORT = "1";

  private static RedisProcess first;
  private static RedisProcess second;

  private final Context loop = Topology.vertx().getOrCreateContext();
  private volatile RedisProcess current;
  private Pod pod;

  @BeforeAll
  static void start() {
    first = RedisProcess.start();
    second = RedisProcess.start();
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @BeforeEach
  void connect() {
    current = first;
    Supplier<Redis> client =
        () ->
            Redis.createClient(
                Topology.vertx(), Topology.options(List.of(current.uri().toString())));
    pod = Pod.gathering(client);
  }

  @AfterEach
  void mend() {
    first.thaw();
    first.execute("REPLICAOF", "NO", "ONE");
  }

  @Test
  void pollsThatGoTogetherLeaveAPrimaryThatWasDemoted() throws Exception {
    // Given
    var there = pending().save(first);
    var alsoThere = pending().save(first);
    inOnePass(there, alsoThere).get(5, TimeUnit.SECONDS);
    first.execute("REPLICAOF", "127.0.0.1", NOBODYS_PORT);
    current = second;

    // When
    var refused = inOnePass(there, alsoThere);

    // Then
    assertThat(refused)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withStackTraceContaining("READONLY");
    assertThat(inOnePass(pending().save(second), pending().save(second)))
        .succeedsWithin(PATIENCE)
        .isEqualTo(List.of(Waiting.PENDING, Waiting.PENDING));
  }

  @Test
  void aConnectionThatDoesNotOpenIsGivenUp() {
    // Given
    var code = pending().save(second);
    first.freeze();
    assertThat(inOnePass(code)).failsWithin(PATIENCE);

    // When
    current = second;

    // Then
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(inOnePass(code)).succeedsWithin(PATIENCE));
  }

  private CompletableFuture<List<PollOutcome>> inOnePass(DeviceCode... codes) {
    var all = new CompletableFuture<List<PollOutcome>>();
    loop.runOnContext(
        there ->
            Uni.join()
                .all(Stream.of(codes).map(this::poll).toList())
                .andFailFast()
                .subscribe()
                .with(all::complete, all::completeExceptionally));
    return all;
  }

  private Uni<PollOutcome> poll(DeviceCode code) {
    return pod.redemption.poll(code.grantId(), TV, Proof.NONE, Optional.empty());
  }
}
