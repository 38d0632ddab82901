package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.limit.Backoff;
import dev.latchkey.limit.Limit;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is counted of the calls to Redis. */
class RedisMetricsTest {

  private static final Duration BOND = Duration.ofMinutes(2);
  private static final Limit ONE = new Limit("one-per-test", 1, Duration.ofMinutes(1));
  private static final Backoff SLOWER =
      new Backoff("slower", 0, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));

  private final RedisStore redis = Topology.STANDALONE.store();
  private final Pod pod = Pod.of(Topology.STANDALONE);
  private final String subject = UUID.randomUUID().toString();

  @Test
  void aCallIsCountedByItsScript() {
    // Given
    var code = pending().save(redis);

    // When
    pod.poll(code);

    // Then
    assertThat(pod.counted.answered).containsEntry("poll", 1);
    assertThat(pod.counted.failed).isEmpty();
  }

  @Test
  void whatIsNoScriptIsCountedTogether() {
    // Given
    var before = pod.counted.answered.getOrDefault("command", 0);

    // When
    Pod.answer(pod.revokedTokens.revoke("jti", Duration.ofMinutes(1)));

    // Then
    assertThat(pod.counted.answered).containsEntry("command", before + 1);
  }

  @Test
  void anErrorIsCountedAsAFailure() {
    // Given
    var code = pending().save(redis);
    redis.execute("SET", StoredGrant.key(code), "not a grant");

    // When
    var failure = catchThrowable(() -> pod.poll(code));

    // Then
    assertThat(failure).isInstanceOf(GrantStoreException.class);
    assertThat(pod.counted.failed).containsEntry("poll", 1);
    assertThat(pod.counted.answered).doesNotContainKey("poll");
  }

  @Test
  void aServerThatHasForgottenAScriptHasNotFailed() {
    // Given
    var code = pending().save(redis);
    redis.execute("SCRIPT", "FLUSH");

    // When
    pod.poll(code);

    // Then
    assertThat(pod.counted.answered).containsEntry("poll", 1);
    assertThat(pod.counted.failed).isEmpty();
  }

  @Test
  void whomALimitRefusesIsCountedByItsName() {
    // Given
    Pod.answer(pod.limiter.take(ONE, subject));

    // When
    Pod.answer(pod.limiter.take(ONE, subject));

    // Then
    assertThat(pod.counted.limited).containsExactlyEntriesOf(Map.of("one-per-test", 1));
  }

  @Test
  void whoHasToWaitAfterFailuresIsCountedByTheNameOfTheDelay() {
    // Given
    Pod.answer(pod.backoffs.attempt(SLOWER, subject));

    // When
    Pod.answer(pod.backoffs.attempt(SLOWER, subject));

    // Then
    assertThat(pod.counted.limited).containsExactlyEntriesOf(Map.of("slower", 1));
  }

  @Test
  void aDecisionThatNoReplicaHasIsCounted() {
    // Given
    var waits = Pod.of(Topology.STANDALONE, Map.of("latchkey.redis.replicas", "1"));
    var code = pending().openedBy(PHONE, BOND).save(redis);

    // When
    waits.decide(code, PHONE, APPROVE);

    // Then
    assertThat(waits.counted.unreplicated).hasValue(1);
  }
}
