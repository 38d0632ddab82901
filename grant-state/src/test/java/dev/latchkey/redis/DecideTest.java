package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.DENY;
import static dev.latchkey.redis.Grants.LAPTOP;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.stores.StoredGrant.redeemedBy;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class DecideTest {

  private static final Duration BOND = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final RedisStore redis;
  private final Pod pod;

  DecideTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void anApprovalIsRecordedWithWhoGaveItAndHow() {
    // Given
    var code = opened().save(redis);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code))
        .contains(
            entry("state", "APPROVED"),
            entry("decision", "APPROVED the-phone"),
            entry("subject", "alice"),
            entry("granted", "openid watch"),
            entry("auth_time", "1767225600"),
            entry("amr", "pwd"));
  }

  @Test
  void aDenialNeedsNoAccount() {
    // Given
    var code = opened().save(redis);

    // When
    var outcome = pod.decide(code, PHONE, DENY);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
    assertThat(StoredGrant.read(redis, code))
        .contains(entry("state", "DENIED"), entry("decision", "DENIED the-phone"))
        .doesNotContainKeys("subject", "granted");
  }

  @Test
  void aDenialNamesWhoGaveItIfSignedIn() {
    // Given
    var code = opened().save(redis);

    // When
    pod.decide(code, PHONE, new Decision.Deny("alice"));

    // Then
    assertThat(StoredGrant.read(redis, code))
        .contains(entry("state", "DENIED"), entry("subject", "alice"));
  }

  static Stream<Arguments> made() {
    var claimed = approvedBy("alice").claimedUntil(new ClaimId("claim"), SOON);
    return Stream.of(
        arguments(approvedBy("alice"), PHONE.value(), APPROVE, DecisionOutcome.RECORDED),
        arguments(claimed, PHONE.value(), APPROVE, DecisionOutcome.RECORDED),
        arguments(redeemedBy("alice"), PHONE.value(), APPROVE, DecisionOutcome.RECORDED),
        arguments(denied(), PHONE.value(), DENY, DecisionOutcome.RECORDED),
        arguments(denied().expired(), PHONE.value(), DENY, DecisionOutcome.RECORDED),
        arguments(approvedBy("alice"), PHONE.value(), DENY, DecisionOutcome.ALREADY_APPROVED),
        arguments(redeemedBy("alice"), PHONE.value(), DENY, DecisionOutcome.ALREADY_APPROVED),
        arguments(approvedBy("bob"), LAPTOP.value(), APPROVE, DecisionOutcome.ALREADY_APPROVED),
        arguments(denied(), PHONE.value(), APPROVE, DecisionOutcome.ALREADY_DENIED),
        arguments(denied(), LAPTOP.value(), DENY, DecisionOutcome.ALREADY_DENIED));
  }

  @ParameterizedTest(name = "{3}: {2} by {1} after {0}")
  @MethodSource("made")
  void aDecisionOnceMadeIsFinal(
      StoredGrant grant, String browser, Decision decision, DecisionOutcome expected) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.decide(code, new BrowserId(browser), decision);

    // Then
    assertThat(outcome).isEqualTo(expected);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void denyBackApproveIsStillDenied() {
    // Given
    var code = opened().save(redis);
    pod.decide(code, PHONE, DENY);
    pod.open(code, PHONE);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.ALREADY_DENIED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "DENIED");
  }

  @Test
  void anApprovalThatWasRefusedSinceIsDenied() {
    // Given
    var code = approvedBy("alice").with("state", "DENIED").save(redis);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.ALREADY_DENIED);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(opened().expired(), DecisionOutcome.EXPIRED),
        arguments(pending(), DecisionOutcome.IN_USE),
        arguments(pending().openedBy(LAPTOP, BOND), DecisionOutcome.IN_USE));
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("refused")
  void aDecisionThatIsTooLateOrOfAnotherBrowserChangesNothing(
      StoredGrant grant, DecisionOutcome reason) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var approved = pod.decide(code, PHONE, APPROVE);
    var denied = pod.decide(code, PHONE, DENY);

    // Then
    assertThat(approved).isEqualTo(reason);
    assertThat(denied).isEqualTo(reason);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void aDecisionOnWhatIsNotThereCreatesNothing() {
    // Given
    var code = DeviceCode.random();

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.UNKNOWN);
    assertThat(StoredGrant.read(redis, code)).isEmpty();
  }

  @Test
  void aPersonWhoWasSlowMayDecideIfNobodyElseHasOpenedIt() {
    // Given
    var code = pending().openedBy(PHONE, Duration.ofMinutes(-1)).save(redis);

    // When
    var outcome = pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
  }

  @Test
  void anApprovalAtTheLastMomentLeavesAMinuteToFetchTheTokens() {
    // Given
    var code = opened().expiresIn(SOON).save(redis);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(expiresAt(code))
        .isCloseTo(redis.now().plusSeconds(60), within(2, ChronoUnit.SECONDS));
    assertThat(redis.end(StoredGrant.key(code))).isEqualTo(expiresAt(code).plus(lifetime(code)));
  }

  @Test
  void anApprovalThatMovesTheEndLeavesTheBeginningAsItWas() {
    // Given
    var code = opened().expiresIn(SOON).save(redis);
    var before = expiresAt(code).minus(lifetime(code));

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(expiresAt(code).minus(lifetime(code))).isEqualTo(before);
  }

  @Test
  void anApprovalInGoodTimeDoesNotMoveTheEnd() {
    // Given
    var code = opened().save(redis);
    var before = expiresAt(code);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(expiresAt(code)).isEqualTo(before);
    assertThat(redis.end(StoredGrant.key(code))).isEqualTo(before.plus(LIFETIME));
  }

  @Test
  void aDenialDoesNotMoveTheEnd() {
    // Given
    var code = opened().expiresIn(SOON).save(redis);
    var before = expiresAt(code);

    // When
    pod.decide(code, PHONE, DENY);

    // Then
    assertThat(expiresAt(code)).isEqualTo(before);
  }

  @Test
  void aDecisionIsPublishedOnTheGrantsChannelOnce() {
    // Given
    var code = opened().save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.decide(code, PHONE, APPROVE);
      pod.decide(code, PHONE, APPROVE);
      redis.execute("SPUBLISH", StoredGrant.channel(code), "the end");

      // Then
      assertThat(subscription.next()).isEqualTo("APPROVED");
      assertThat(subscription.next()).isEqualTo("the end");
    }
  }

  @Test
  void aDenialIsPublishedToo() {
    // Given
    var code = opened().save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.decide(code, PHONE, DENY);

      // Then
      assertThat(subscription.next()).isEqualTo("DENIED");
    }
  }

  private static StoredGrant opened() {
    return pending().openedBy(PHONE, BOND);
  }

  private Instant expiresAt(DeviceCode code) {
    var stored = StoredGrant.read(redis, code).getOrDefault("expires_at", "0");
    return Instant.ofEpochMilli(Long.parseLong(stored));
  }

  private Duration lifetime(DeviceCode code) {
    var stored = StoredGrant.read(redis, code).getOrDefault("lifetime", "0");
    return Duration.ofMillis(Long.parseLong(stored));
  }
}
