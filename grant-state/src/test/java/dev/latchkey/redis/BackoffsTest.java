package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.BackoffOutcome;
import dev.latchkey.limit.BackoffOutcome.Delayed;
import dev.latchkey.limit.BackoffOutcome.Ready;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredBackoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
class BackoffsTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Backoff BACKOFF =
      new Backoff("test", 5, Duration.ofMinutes(1), QUARTER, QUARTER);
  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  /** Somebody without failures. */
  private final String subject = UUID.randomUUID().toString();

  BackoffsTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void theFirstFailuresDelayNothing() {
    // Given
    failedBefore(4);
    attempt();

    // When
    var outcome = attempt();

    // Then
    assertThat(outcome).isInstanceOf(Ready.class);
  }

  @ParameterizedTest(name = "after {0} failures: {1} min")
  @CsvSource({"5, 1", "6, 2", "7, 4", "8, 8", "9, 15", "10, 15", "60, 15"})
  void eachFurtherFailureDoublesTheDelay(int before, int minutes) {
    // Given
    failedBefore(before);
    attempt();

    // When
    var outcome = (Delayed) attempt();

    // Then
    assertThat(outcome.retryAfter().toMillis())
        .isCloseTo(Duration.ofMinutes(minutes).toMillis(), within(900L));
  }

  @Test
  void ofManyConcurrentAttemptsNoMoreComeThroughThanOneAfterTheOther() throws Exception {
    // Given
    failedBefore(3);
    var otherPod = Pod.of(topology);
    var attempts = new ArrayList<Callable<BackoffOutcome>>();
    for (var i = 0; i < CROWD; i++) {
      var through = i % 2 == 0 ? pod : otherPod;
      attempts.add(() -> answer(through.backoffs.attempt(BACKOFF, subject)));
    }

    // When
    List<BackoffOutcome> outcomes;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      outcomes = threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(outcomes).hasSize(CROWD).filteredOn(Ready.class::isInstance).hasSize(3);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome instanceof Delayed(var retryAfter, var first) && first)
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0} failures, {1} min ago: {2} with the next")
  @CsvSource({"6, 0, 7", "6, 14, 7", "6, 16, 6", "6, 61, 3", "6, 600, 1", "60, 0, 10"})
  void failuresAreForgottenOneByOne(int failures, int minutesAgo, int now) {
    // Given
    StoredBackoff.failed(redis, "test", subject, failures, Duration.ofMinutes(minutesAgo));

    // When
    var outcome = (Ready) attempt();

    // Then
    assertThat(outcome.attempt().failures()).isEqualTo(now);
  }

  @Test
  void aSuccessForgetsThemAll() {
    // Given
    failedBefore(7);
    var attempt = ((Ready) attempt()).attempt();

    // When
    answer(pod.backoffs.succeeded(attempt));

    // Then
    assertThat(redis.has(StoredBackoff.key("test", subject))).isFalse();
    assertThat(attempt()).isInstanceOf(Ready.class);
  }

  @Test
  void anAttemptThatIsGivenBackIsNoFailure() {
    // Given
    failedBefore(5);
    var attempt = ((Ready) attempt()).attempt();

    // When
    answer(pod.backoffs.giveBack(attempt));

    // Then
    var next = (Ready) attempt();
    assertThat(next.attempt().failures()).isEqualTo(6);
  }

  @Test
  void givingBackTakesNoDelayOfOthersAway() {
    // Given
    failedBefore(4);
    var attempt = ((Ready) attempt()).attempt();
    attempt();

    // When
    answer(pod.backoffs.giveBack(attempt));

    // Then
    assertThat(attempt()).isInstanceOf(Delayed.class);
  }

  @Test
  void givingBackWhatIsForgottenBringsNothingBack() {
    // Given
    var attempt = ((Ready) attempt()).attempt();
    redis.execute("DEL", StoredBackoff.key("test", subject));

    // When
    answer(pod.backoffs.giveBack(attempt));

    // Then
    assertThat(redis.has(StoredBackoff.key("test", subject))).isFalse();
  }

  @Test
  void subjectsAreDelayedOnTheirOwn() {
    // Given
    failedBefore(9);
    attempt();

    // When
    var outcome = answer(pod.backoffs.attempt(BACKOFF, subject + "2"));

    // Then
    assertThat(outcome).isInstanceOf(Ready.class);
  }

  @Test
  void isKeptUntilAllFailuresAreForgotten() {
    // Given
    failedBefore(2);

    // When
    attempt();

    // Then
    var end = redis.end(StoredBackoff.key("test", subject));
    assertThat(end.toEpochMilli() - redis.now().toEpochMilli())
        .isCloseTo(QUARTER.multipliedBy(3).toMillis(), within(900L));
  }

  private void failedBefore(int failures) {
    StoredBackoff.failed(redis, "test", subject, failures, Duration.ZERO);
  }

  private BackoffOutcome attempt() {
    return answer(pod.backoffs.attempt(BACKOFF, subject));
  }
}
