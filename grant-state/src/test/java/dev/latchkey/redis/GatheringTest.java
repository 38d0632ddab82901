package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Polls of one pass of an event loop, which go to Redis together. */
class GatheringTest {

  private final RedisStore redis = Topology.STANDALONE.store();
  private final Pod pod = Pod.of(Topology.STANDALONE);

  @Test
  void everyPollGetsTheAnswerOfItsOwnGrant() throws Exception {
    // Given
    var pending = IntStream.range(0, 100).mapToObj(n -> stored()).toList();
    var unknown = IntStream.range(0, 100).mapToObj(n -> DeviceCode.random()).toList();
    var inTurns = IntStream.range(0, 100).boxed();
    var all = inTurns.flatMap(n -> Stream.of(pending.get(n), unknown.get(n))).toList();

    // When
    var outcomes = inOnePass(all);

    // Then
    assertThat(outcomes)
        .hasSize(200)
        .containsExactlyElementsOf(
            IntStream.range(0, 200)
                .<PollOutcome>mapToObj(n -> n % 2 == 0 ? Waiting.PENDING : Refused.UNKNOWN)
                .toList());
  }

  @Test
  void aServerThatHasForgottenTheScriptAnswersAllOfThem() throws Exception {
    // Given
    var codes = IntStream.range(0, 10).mapToObj(n -> stored()).toList();
    redis.execute("SCRIPT", "FLUSH");

    // When
    var outcomes = inOnePass(codes);

    // Then
    assertThat(outcomes).hasSize(10).containsOnly(Waiting.PENDING);
  }

  private DeviceCode stored() {
    return pending().save(redis);
  }

  private List<PollOutcome> inOnePass(List<DeviceCode> codes) throws Exception {
    var all = new CompletableFuture<List<PollOutcome>>();
    Topology.vertx()
        .getOrCreateContext()
        .runOnContext(
            loop -> {
              var polls = new ArrayList<Uni<PollOutcome>>();
              codes.forEach(
                  code ->
                      polls.add(
                          pod.redemption.poll(code.grantId(), TV, Proof.NONE, Optional.empty())));
              Uni.join()
                  .all(polls)
                  .andFailFast()
                  .subscribe()
                  .with(all::complete, all::completeExceptionally);
            });
    return all.get(10, TimeUnit.SECONDS);
  }
}
