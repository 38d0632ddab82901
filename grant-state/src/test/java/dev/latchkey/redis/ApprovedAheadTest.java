package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.AHEAD;
import static dev.latchkey.redis.Grants.BARE;
import static dev.latchkey.redis.Grants.PHONE;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants that an operator has approved before their device came (ADR 0022). */
@ParameterizedClass
@EnumSource
class ApprovedAheadTest {

  private final RedisStore redis;
  private final Pod pod;

  ApprovedAheadTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void areStoredWithTheirApproval() {
    // When
    var created = pod.createApproved(BARE, AHEAD);

    // Then
    assertThat(StoredGrant.read(redis, created.deviceCode()))
        .contains(
            entry("state", "APPROVED"),
            entry("subject", "service:lobby-screens"),
            entry("granted", "watch"),
            entry("auth_time", "1767225600"),
            entry("enrolment", "0199c4a2-6f0e-7a3b-8d51-3f2b9a7c1e42"))
        .containsOnlyKeys(
            "state",
            "expires_at",
            "lifetime",
            "client_id",
            "terms",
            "usercode",
            "address",
            "subject",
            "granted",
            "auth_time",
            "enrolment");
  }

  @Test
  void theFirstPollGetsThemAndNoOther() {
    // Given
    var code = pod.createApproved(BARE, AHEAD).deviceCode();

    // When
    var granted = pod.claim(code);

    // Then
    assertThat(granted.approval()).isEqualTo(AHEAD);
    assertThat(pod.complete(code.grantId(), granted.claim())).isEqualTo(CompleteOutcome.COMPLETED);
    assertThat(pod.poll(code)).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void anotherClientDoesNot() {
    // Given
    var code = pod.createApproved(BARE, AHEAD).deviceCode();

    // When
    var outcome = pod.poll(code, new ClientId("thief"), Proof.NONE);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
    assertThat(pod.poll(code)).isInstanceOf(Granted.class);
  }

  @Test
  void areBoundToTheProofOfTheirFirstLeg() {
    // Given
    var code = pod.createApproved(Grants.FULL, AHEAD).deviceCode();

    // When
    var outcome = pod.poll(code, StoredGrant.TV, new Proof("another", "key"));

    // Then
    assertThat(outcome).isEqualTo(Refused.PROOF_MISMATCH);
  }

  @Test
  void noPageOpensThem() {
    // Given
    var created = pod.createApproved(BARE, AHEAD);

    // When
    var outcome = pod.lookUp(created.userCode(), PHONE);

    // Then
    assertThat(outcome).isEqualTo(OpenOutcome.Closed.APPROVED);
    assertThat(pod.open(created.deviceCode(), PHONE)).isEqualTo(OpenOutcome.Closed.APPROVED);
  }

  @Test
  void nobodyDecidesThemAnyMore() {
    // Given
    var code = pod.createApproved(BARE, AHEAD).deviceCode();

    // When
    var outcome = pod.decide(code, PHONE, Grants.DENY);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.ALREADY_APPROVED);
    assertThat(pod.poll(code)).isInstanceOf(Granted.class);
  }
}
