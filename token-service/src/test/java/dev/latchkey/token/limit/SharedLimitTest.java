package dev.latchkey.token.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.limit.Limit;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.limit.Passage;
import dev.latchkey.oauth.limit.Passage.Closed;
import dev.latchkey.oauth.limit.Passage.Open;
import dev.latchkey.oauth.limit.RequestLimit;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Pods that share a limit, on a real Redis. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SharedLimitTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Limit HUNDRED = new Limit("shared-hundred", 100, WINDOW);
  private static final Limit FIVE = new Limit("shared-five", 5, WINDOW);

  /** What a pod may let pass of a hundred without a word to Redis. */
  private static final int PASS_UNASKED = 18;

  private static final int CROWD = 200;

  /** Nobody that was counted before. */
  private final String subject = UUID.randomUUID().toString();

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject Limiter limiter;

  @AfterEach
  void goesOn() {
    stores.redis().thaw();
  }

  @RepeatedTest(5)
  void ofACrowdAtTwoPodsHardlyMoreThanTheLimitPass() throws Exception {
    // Given
    var pods = pods(HUNDRED);

    // When
    var passages = crowd(pods);

    // Then
    assertThat(passages).hasSize(CROWD);
    assertThat(open(passages)).isBetween(HUNDRED.most(), HUNDRED.most() + 2 * PASS_UNASKED);
    assertThat(firsts(passages)).isOne();
  }

  @Test
  void ofACrowdAtTwoPodsExactlyALowLimitPasses() throws Exception {
    // Given
    var pods = pods(FIVE);

    // When
    var passages = crowd(pods);

    // Then
    assertThat(open(passages)).isEqualTo(FIVE.most());
  }

  @Test
  void theLastOfTheLimitPassesAndTheNextDoesNot() {
    // Given
    var pod = new RequestLimit(FIVE, limiter);
    used(FIVE, Duration.ZERO, FIVE.most() - 1);

    // When
    var passages = pass(pod, 2);

    // Then
    assertThat(passages.getFirst()).isEqualTo(Open.OPEN);
    assertThat(passages.getLast())
        .isInstanceOfSatisfying(
            Closed.class,
            closed ->
                assertThat(closed.retryAfter())
                    .isBetween(WINDOW.minusSeconds(5), WINDOW.plusSeconds(5)));
  }

  @Test
  void justBeforeTheWindowEndsItIsStillFull() {
    // Given
    var pod = new RequestLimit(FIVE, limiter);
    used(FIVE, WINDOW.minusSeconds(2), FIVE.most());

    // When
    var passages = pass(pod, 1);

    // Then
    assertThat(passages.getFirst())
        .isInstanceOfSatisfying(
            Closed.class,
            closed -> assertThat(closed.retryAfter()).isLessThan(Duration.ofSeconds(8)));
  }

  @Test
  void afterTheWindowItIsEmpty() {
    // Given
    var pod = new RequestLimit(FIVE, limiter);
    used(FIVE, WINDOW.plusSeconds(6), FIVE.most());

    // When
    var passages = pass(pod, FIVE.most() + 1);

    // Then
    assertThat(passages.subList(0, FIVE.most())).containsOnly(Open.OPEN);
    assertThat(passages.getLast()).isInstanceOf(Closed.class);
  }

  @Test
  void whoeverOnePodHasRefusedTheOtherRefusesWhenItAsks() {
    // Given
    var pods = pods(FIVE);
    pass(pods.getFirst(), FIVE.most() + 1);

    // When
    var passages = pass(pods.getLast(), 2);

    // Then
    assertThat(passages).hasOnlyElementsOfType(Closed.class);
    assertThat(firsts(passages)).isZero();
  }

  @Test
  void withoutRedisItIsNotChecked() {
    // Given
    var pod = new RequestLimit(FIVE, limiter);
    used(FIVE, Duration.ZERO, FIVE.most());
    stores.redis().freeze();

    // When
    var passages = pass(pod, 1);

    // Then
    assertThat(passages).containsExactly(Open.UNCHECKED);
  }

  private List<RequestLimit> pods(Limit limit) {
    return List.of(new RequestLimit(limit, limiter), new RequestLimit(limit, limiter));
  }

  /** All at once, half of them at each pod. */
  private List<Passage> crowd(List<RequestLimit> pods) throws InterruptedException {
    var requests =
        IntStream.range(0, CROWD)
            .<Callable<Passage>>mapToObj(i -> () -> await(pods.get(i % 2).pass(subject)))
            .toList();
    try (var threads = Executors.newFixedThreadPool(50)) {
      return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
    }
  }

  private List<Passage> pass(RequestLimit pod, int times) {
    return Stream.generate(() -> await(pod.pass(subject))).limit(times).toList();
  }

  private static Passage await(Uni<Passage> passage) {
    return passage.await().atMost(Duration.ofSeconds(5));
  }

  private static int open(List<Passage> passages) {
    return (int) passages.stream().filter(Open.OPEN::equals).count();
  }

  private static int firsts(List<Passage> passages) {
    return (int)
        passages.stream()
            .filter(passage -> passage instanceof Closed closed && closed.first())
            .count();
  }

  private void used(Limit limit, Duration age, int count) {
    StoredLimit.used(stores.redis(), limit.name(), subject, WINDOW, Map.of(age, count));
  }
}
