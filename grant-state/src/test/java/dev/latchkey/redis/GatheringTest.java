package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.OpenOutcome.Open;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls of one pass of an event loop, which go to Redis together. */
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
    var outcomes = inOnePass(all.stream().map(this::poll));

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
    var outcomes = inOnePass(codes.stream().map(this::poll));

    // Then
    assertThat(outcomes).hasSize(10).containsOnly(Waiting.PENDING);
  }

  @Test
  void everyGrantIsStoredAndFoundByAUserCodeOfItsOwn() throws Exception {
    // When
    var outcomes = inOnePass(IntStream.range(0, 100).mapToObj(n -> create()));

    // Then
    assertThat(outcomes).hasSize(100).allSatisfy(this::isStoredAndFound);
  }

  @Test
  void aServerThatHasForgottenTheScriptStoresAllOfThem() throws Exception {
    // Given
    create().await().atMost(Pod.PATIENCE);
    redis.execute("SCRIPT", "FLUSH");

    // When
    var outcomes = inOnePass(IntStream.range(0, 10).mapToObj(n -> create()));

    // Then
    assertThat(outcomes).hasSize(10).allSatisfy(this::isStoredAndFound);
  }

  private Uni<CreateOutcome> create() {
    return pod.issuance.create(Grants.FULL);
  }

  private void isStoredAndFound(CreateOutcome outcome) {
    var created = (Created) outcome;
    assertThat(StoredGrant.read(redis, created.deviceCode())).containsEntry("state", "PENDING");
    assertThat(pod.lookUp(created.userCode(), Grants.PHONE)).isInstanceOf(Open.class);
  }

  private DeviceCode stored() {
    return pending().save(redis);
  }

  private Uni<PollOutcome> poll(DeviceCode code) {
    return pod.redemption.poll(code.grantId(), TV, Proof.NONE, Optional.empty());
  }

  private static <T> List<T> inOnePass(Stream<Uni<T>> calls) throws Exception {
    var all = new CompletableFuture<List<T>>();
    Topology.vertx()
        .getOrCreateContext()
        .runOnContext(
            loop ->
                Uni.join()
                    .all(calls.toList())
                    .andFailFast()
                    .subscribe()
                    .with(all::complete, all::completeExceptionally));
    return all.get(10, TimeUnit.SECONDS);
  }
}
