package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.DENY;
import static dev.latchkey.redis.Grants.LAPTOP;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.OpenOutcome.Closed;
import dev.latchkey.grant.OpenOutcome.Confirming;
import dev.latchkey.grant.UserCode;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number matching as the page has it: what the person decides, and what each browser sees. */
@ParameterizedClass
@EnumSource
class NumberDecisionTest {

  private static final Duration BOND = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final RedisStore redis;
  private final Pod pod;

  NumberDecisionTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void anApprovalWaitsForTheNumber() {
    // Given
    var code = opened().save(redis);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code))
        .contains(
            entry("state", "CONFIRMING"),
            entry("decision", "APPROVED the-phone"),
            entry("subject", "alice"),
            entry("granted", "openid watch"))
        .hasEntrySatisfying("number", number -> assertThat(number).matches("[0-9]{2}"));
  }

  @Test
  void theSameApprovalAgainKeepsTheFirstNumber() {
    // Given
    var code = confirming().save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void anApprovalWithoutNumberMatchingHasNoNumber() {
    // Given
    var code = pending().openedBy(PHONE, BOND).save(redis);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(StoredGrant.read(redis, code))
        .containsEntry("state", "APPROVED")
        .doesNotContainKey("number");
  }

  @Test
  void anApprovalAtTheLastMomentLeavesTwoMinutesToEnterTheNumber() {
    // Given
    var code = opened().expiresIn(SOON).save(redis);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    var stored = StoredGrant.read(redis, code);
    var expiresAt = Instant.ofEpochMilli(Long.parseLong(stored.getOrDefault("expires_at", "0")));
    var lifetime = Long.parseLong(stored.getOrDefault("lifetime", "0"));
    assertThat(expiresAt).isCloseTo(redis.now().plusSeconds(120), within(2, ChronoUnit.SECONDS));
    assertThat(redis.end(StoredGrant.key(code))).isEqualTo(expiresAt.plusMillis(lifetime));
  }

  @Test
  void waitingForTheNumberIsPublished() {
    // Given
    var code = opened().save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.decide(code, PHONE, APPROVE);

      // Then
      assertThat(subscription.next()).isEqualTo("CONFIRMING");
    }
  }

  @Test
  void theBrowserThatApprovedMayStillDeny() {
    // Given
    var code = confirming().save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      var outcome = pod.decide(code, PHONE, new Decision.Deny("alice"));

      // Then
      assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
      assertThat(StoredGrant.read(redis, code)).containsEntry("state", "DENIED");
      assertThat(subscription.next()).isEqualTo("DENIED");
    }
  }

  @Test
  void aDenialThatTookAnApprovalBackIsFinal() {
    // Given
    var code = confirming().save(redis);
    pod.decide(code, PHONE, DENY);

    // When
    var approved = pod.decide(code, PHONE, APPROVE);
    var denied = pod.decide(code, PHONE, DENY);

    // Then
    assertThat(approved).isEqualTo(DecisionOutcome.ALREADY_DENIED);
    assertThat(denied).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "DENIED");
  }

  @Test
  void noOtherBrowserDeniesOrApproves() {
    // Given
    var code = confirming().openedBy(PHONE, BOND.negated()).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    pod.open(code, LAPTOP);
    var denied = pod.decide(code, LAPTOP, DENY);
    var approved = pod.decide(code, LAPTOP, APPROVE);

    // Then
    assertThat(denied).isEqualTo(DecisionOutcome.ALREADY_APPROVED);
    assertThat(approved).isEqualTo(DecisionOutcome.ALREADY_APPROVED);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void onceTheNumberWasThereTheApprovalIsFinal() {
    // Given
    var code = confirming().save(redis);
    pod.enter(code, "47");

    // When
    var outcome = pod.decide(code, PHONE, DENY);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.ALREADY_APPROVED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "CLAIMED");
  }

  @Test
  void pastItsEndNothingIsDenied() {
    // Given
    var code = confirming().expired().save(redis);

    // When
    var outcome = pod.decide(code, PHONE, DENY);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.EXPIRED);
  }

  @Test
  void theBrowserThatApprovedSeesTheNumber() {
    // Given
    var code = confirming().withUserCode("NMBRMTCH", Pod.PEPPER).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var found = pod.lookUp(new UserCode("NMBRMTCH"), PHONE);
    var opened = pod.open(code, PHONE);

    // Then
    assertThat(found).isEqualTo(opened).isInstanceOf(Confirming.class);
    var confirming = (Confirming) opened;
    assertThat(confirming.grant()).isEqualTo(code.grantId());
    assertThat(confirming.number().value()).isEqualTo("47");
    assertThat(confirming.view().client()).isEqualTo(StoredGrant.TV);
    assertThat(confirming.view().policy().numberMatching()).isTrue();
    assertThat(confirming.number()).asString().doesNotContain("47");
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void anyOtherBrowserSeesAnApproval() {
    // Given
    var code = confirming().openedBy(PHONE, BOND.negated()).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var looked = pod.lookUp(code, LAPTOP);
    var opened = pod.open(code, LAPTOP);

    // Then
    assertThat(looked).isEqualTo(Closed.APPROVED);
    assertThat(opened).isEqualTo(Closed.APPROVED);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void pastItsEndThereIsNoNumberToShow() {
    // Given
    var code = confirming().expired().save(redis);

    // When
    var outcome = pod.lookUp(code, PHONE);

    // Then
    assertThat(outcome).isEqualTo(Closed.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPROVED", "CLAIMED", "REDEEMED"})
  void onceTheNumberWasThereThePageSeesAnApproval(String state) {
    // Given
    var code = confirming().with("state", state).save(redis);

    // When
    var outcome = pod.lookUp(code, PHONE);

    // Then
    assertThat(outcome).isEqualTo(Closed.APPROVED);
  }

  private static StoredGrant opened() {
    return pending().withNumberMatching().openedBy(PHONE, BOND);
  }

  private static StoredGrant confirming() {
    return approvedBy("alice").confirming("47");
  }
}
