package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions that wait for a replica; on the standalone server there is none to wait for. */
@ParameterizedClass
@EnumSource
class ReplicatedDecisionTest {

  private static final Duration BOND = Duration.ofMinutes(2);

  private final RedisStore redis;
  private final Pod pod;

  ReplicatedDecisionTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology, Map.of("latchkey.redis.replicas", "1"));
  }

  @Test
  void isRecorded() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "APPROVED");
  }

  @Test
  void isRecordedByAServerThatHasForgottenTheScripts() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);
    redis.ownerOf(StoredGrant.key(code)).execute("SCRIPT", "FLUSH");

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "APPROVED");
  }

  @Test
  void aScriptThatFailsIsAFailure() {
    // Given
    var code = pending().save(redis);
    redis.execute("SET", StoredGrant.key(code), "not a grant");

    // When
    var failure = catchThrowable(() -> pod.decide(code, PHONE, APPROVE));

    // Then
    assertThat(failure).isInstanceOf(GrantStoreException.class);
  }
}
