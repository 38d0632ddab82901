package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pod that is new remembers nothing, so each test makes the pods that it needs. */
@ParameterizedClass
@EnumSource
class ProofNoncesTest {

  private static final int CROWD = 20;

  private final Topology topology;
  private final RedisStore redis;

  ProofNoncesTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
  }

  @BeforeEach
  void forget() {
    StoredNonces.forget(redis);
  }

  @Test
  void podsThatStartTogetherHandOutOneNonce() throws Exception {
    // Given
    var asked = new ArrayList<Callable<String>>();
    for (var i = 0; i < CROWD; i++) {
      var pod = pod();
      asked.add(() -> answer(pod.nonces.current()));
    }

    // When
    List<String> nonces;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      nonces = threads.invokeAll(asked).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(nonces).hasSize(CROWD);
    assertThat(nonces.stream().distinct()).hasSize(1).allMatch(nonce -> nonce.length() >= 22);
  }

  @Test
  void whatOnePodHandsOutAnotherAccepts() {
    // Given
    var nonce = answer(pod().nonces.current());

    // When
    var accepted = accepts(pod(), nonce);

    // Then
    assertThat(accepted).isTrue();
  }

  @Test
  void aNonceThatAnotherPodHasJustMadeCurrentIsAcceptedFromMemory() {
    // Given
    var pod = pod();
    var before = answer(pod.nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(6));
    var after = answer(pod().nonces.current());

    // When
    var accepted = accepts(pod, after);

    // Then
    assertThat(accepted).isTrue();
    assertThat(after).isNotEqualTo(before);
    assertThat(answer(pod.nonces.current())).isEqualTo(before);
  }

  @Test
  void aPodRemembersForFiveSecondsAndThenAsksAgain() {
    // Given
    var clock = new AtomicLong();
    var nonces = pod().nonces(clock::get);
    var before = answer(nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(6));
    var after = answer(pod().nonces.current());
    clock.addAndGet(Duration.ofMillis(4999).toNanos());
    var remembered = answer(nonces.current());
    clock.addAndGet(Duration.ofMillis(1).toNanos());

    // When
    var asked = answer(nonces.current());

    // Then
    assertThat(remembered).isEqualTo(before);
    assertThat(asked).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5, 6, 9})
  void aNonceIsAcceptedForTenMinutesFromItsStart(int minutes) {
    // Given
    var nonce = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(minutes));

    // When
    var accepted = accepts(pod(), nonce);

    // Then
    assertThat(accepted).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 15, 600})
  void andNoLonger(int minutes) {
    // Given
    var nonce = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(minutes));

    // When
    var accepted = accepts(pod(), nonce);

    // Then
    assertThat(accepted).isFalse();
  }

  @Test
  void theOneBeforeIsAcceptedUntilItsTenMinutesAreOverAndNoLonger() {
    // Given
    var nonce = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(9));
    var next = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(2));

    // When
    var accepted = accepts(pod(), nonce);

    // Then
    assertThat(accepted).isFalse();
    assertThat(accepts(pod(), next)).isTrue();
  }

  @Test
  void aNonceIsCurrentForFiveMinutes() {
    // Given
    var first = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(4));
    var second = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofMinutes(1));

    // When
    var third = answer(pod().nonces.current());

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
  }

  @Test
  void aClockThatIsBehindAfterAFailoverChangesNothing() {
    // Given
    var nonce = answer(pod().nonces.current());
    StoredNonces.age(redis, Duration.ofSeconds(-30));

    // When
    var current = answer(pod().nonces.current());

    // Then
    assertThat(current).isEqualTo(nonce);
  }

  @Test
  void theKeyGoesWhenNobodyAsks() {
    // When
    answer(pod().nonces.current());

    // Then
    assertThat(StoredNonces.end(redis))
        .isCloseTo(redis.now().plus(Duration.ofMinutes(10)), within(2, ChronoUnit.SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage"})
  void garbageIsRefusedWithoutAskingRedis(String garbage) {
    // Given
    var pod = pod();
    answer(pod.nonces.current());
    StoredNonces.forget(redis);

    // When
    var accepted = accepts(pod, garbage);

    // Then
    assertThat(accepted).isFalse();
    assertThat(StoredNonces.read(redis)).isEmpty();
  }

  private Pod pod() {
    return Pod.of(topology);
  }

  private static boolean accepts(Pod pod, String nonce) {
    return answer(pod.nonces.accepts(nonce));
  }
}
