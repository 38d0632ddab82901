package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome;
import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredLimit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LimiterTest {

  private static final Duration WINDOW = Duration.ofMinutes(12);

  /** A slice of the window. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Limit THREE = new Limit("three", 3, WINDOW);
  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  /** Nobody that was counted before. */
  private final String subject = UUID.randomUUID().toString();

  LimiterTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void ofManyConcurrentTakersNoMoreThanTheLimitGetOne() throws Exception {
    // Given
    var otherPod = Pod.of(topology);
    var takers = new ArrayList<Callable<LimitOutcome>>();
    for (var i = 0; i < CROWD; i++) {
      var through = i % 2 == 0 ? pod : otherPod;
      takers.add(() -> answer(through.limiter.take(THREE, subject)));
    }

    // When
    List<LimitOutcome> outcomes;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      outcomes = threads.invokeAll(takers).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(outcomes).hasSize(CROWD).filteredOn(Allowed.class::isInstance).hasSize(3);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome instanceof Limited(var retryAfter, var first) && first)
        .hasSize(1);
  }

  @Test
  void tellsHowManyRemain() {
    // Given
    take();

    // When
    var outcome = (Allowed) take();

    // Then
    assertThat(outcome.remaining()).isEqualTo(1);
  }

  @Test
  void beyondTheLimitNothingIsCounted() {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, 3);
    take();

    // When
    var count = StoredLimit.count(redis, "three", subject);

    // Then
    assertThat(count).isEqualTo(3);
  }

  @Test
  void subjectsAndNamesHaveCountsOfTheirOwn() {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, 3);

    // When
    var outcomes =
        List.of(
            answer(pod.limiter.take(THREE, subject + "2")),
            answer(pod.limiter.take(new Limit("another", 3, WINDOW), subject)));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Allowed.class);
  }

  @ParameterizedTest(name = "after {0} min: allowed {1}")
  @CsvSource({"0, false", "11, false", "12, false", "13, true", "60, true"})
  void whatWasUsedFreesWhenItHasLeftTheWindow(int minutes, boolean allowed) {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, Map.of(MINUTE.multipliedBy(minutes), 3));

    // When
    var outcome = take();

    // Then
    assertThat(outcome instanceof Allowed).isEqualTo(allowed);
  }

  @Test
  void retryAfterSaysWhenTheOldestLeaves() {
    // Given
    StoredLimit.used(
        redis,
        "three",
        subject,
        WINDOW,
        Map.of(MINUTE.multipliedBy(10), 1, MINUTE.multipliedBy(5), 2));

    // When
    var outcome = (Limited) take();

    // Then
    assertThat(outcome.retryAfter()).isBetween(MINUTE.multipliedBy(2), MINUTE.multipliedBy(3));
  }

  @Test
  void aLowerLimitWaitsForMoreToLeave() {
    // Given
    StoredLimit.used(
        redis,
        "three",
        subject,
        WINDOW,
        Map.of(MINUTE.multipliedBy(10), 1, MINUTE.multipliedBy(5), 2));

    // When
    var outcome = answer(pod.limiter.take(new Limit("three", 1, WINDOW), subject));

    // Then
    assertThat(((Limited) outcome).retryAfter())
        .isBetween(MINUTE.multipliedBy(7), MINUTE.multipliedBy(8));
  }

  @Test
  void givingBackFreesOne() {
    // Given
    var reservation = ((Allowed) take()).reservation();
    take();
    take();

    // When
    answer(pod.limiter.giveBack(reservation));

    // Then
    assertThat(take()).isInstanceOf(Allowed.class);
    assertThat(take()).isInstanceOf(Limited.class);
  }

  @Test
  void givingBackTouchesNoOtherSlice() {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, Map.of(MINUTE.multipliedBy(5), 2));
    var reservation = ((Allowed) take()).reservation();

    // When
    answer(pod.limiter.giveBack(reservation));
    answer(pod.limiter.giveBack(reservation));
    answer(pod.limiter.giveBack(reservation));

    // Then
    assertThat(StoredLimit.count(redis, "three", subject)).isEqualTo(2);
  }

  @Test
  void givingBackWhatIsForgottenBringsNothingBack() {
    // Given
    var reservation = ((Allowed) take()).reservation();
    redis.execute("DEL", StoredLimit.key("three", subject));

    // When
    answer(pod.limiter.giveBack(reservation));

    // Then
    assertThat(redis.has(StoredLimit.key("three", subject))).isFalse();
  }

  @Test
  void onlyTheFirstWhoIsRefusedIsTheFirst() {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, 3);

    // When
    var first = (Limited) take();
    var second = (Limited) take();

    // Then
    assertThat(first.first()).isTrue();
    assertThat(second.first()).isFalse();
  }

  @Test
  void countsWithoutALimit() {
    // Given
    StoredLimit.used(redis, "three", subject, WINDOW, Map.of(MINUTE, 3, Duration.ofHours(1), 9));

    // When
    var total = answer(pod.limiter.count(THREE, subject));

    // Then
    assertThat(total).isEqualTo(4);
    assertThat(answer(pod.limiter.counted(THREE, subject))).isEqualTo(4);
  }

  @Test
  void countsSeveralAtOnceAndBeyondTheLimit() {
    // Given
    take();

    // When
    var total = answer(pod.limiter.count(THREE, subject, 9));

    // Then
    assertThat(total).isEqualTo(10);
    assertThat(StoredLimit.count(redis, "three", subject)).isEqualTo(10);
    assertThat(take()).isInstanceOf(Limited.class);
  }

  @Test
  void askingHowManyThereAreCountsNone() {
    // When
    var total = answer(pod.limiter.counted(THREE, subject));

    // Then
    assertThat(total).isZero();
    assertThat(redis.has(StoredLimit.key("three", subject))).isFalse();
  }

  @Test
  void anotherWindowBeginsAnew() {
    // Given
    StoredLimit.used(redis, "three", subject, Duration.ofDays(1), 3);

    // When
    var outcome = (Allowed) take();

    // Then
    assertThat(outcome.remaining()).isEqualTo(2);
  }

  @Test
  void isForgottenWhenItDoesNotCountAnyMore() {
    // When
    take();

    // Then
    var key = StoredLimit.key("three", subject);
    assertThat(redis.now().until(redis.end(key), ChronoUnit.MILLIS))
        .isCloseTo(MINUTE.multipliedBy(14).toMillis(), within(900L));
  }

  private LimitOutcome take() {
    return answer(pod.limiter.take(THREE, subject));
  }
}
