package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.stores.StoredGrant.redeemedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.Approval;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.Handover;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Answered;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredAnswer;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of an answer that was lost on its way (DESIGN section 2). */
@ParameterizedClass
@EnumSource
class HandoverTest {

  private static final ClaimId CLAIM = new ClaimId("claim");
  private static final ClaimId OTHER = new ClaimId("other");
  private static final Handover ANSWER = new Handover("sealed", null);
  private static final Proof CHALLENGE = new Proof("challenge", null);
  private static final Proof KEY = new Proof(null, "key");
  private static final Proof BOTH = new Proof("challenge", "key");
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final RedisStore redis;
  private final Pod pod;

  HandoverTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  static Stream<Arguments> proofs() {
    return Stream.of(
        arguments(CHALLENGE, CHALLENGE),
        arguments(KEY, KEY),
        arguments(BOTH, BOTH),
        // The key that the first leg left open: it was shown when the answer was made.
        arguments(CHALLENGE, BOTH),
        arguments(Proof.NONE, KEY));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @MethodSource("proofs")
  void whoeverShowsTheProofAgainGetsTheAnswerAgain(Proof bound, Proof shown) {
    // Given
    var code = approvedBy("alice").boundTo(bound).save(redis);
    var claim = pod.claim(code, shown).claim();
    pod.complete(code.grantId(), claim, new Handover("sealed", shown.dpopThumbprint()));

    // When
    var outcomes = Stream.generate(() -> pod.poll(code, TV, shown)).limit(3).toList();

    // Then
    assertThat(outcomes).containsOnly(answered(code, claim));
  }

  @Test
  void anAnswerIsKeptForHalfAMinute() {
    // Given
    var code = claimed().save(redis);

    // When
    var outcome = pod.complete(code.grantId(), CLAIM, ANSWER);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
    assertThat(redis.end(StoredAnswer.key(code)))
        .isBetween(redis.now().plusSeconds(28), redis.now().plus(KEPT));
  }

  @Test
  void afterThatTheCodeIsUnknown() {
    // Given
    var code = claimed().save(redis);
    pod.complete(code.grantId(), CLAIM, ANSWER);
    StoredGrant.age(redis, code, KEPT);

    // When
    var outcome = pod.poll(code, TV, CHALLENGE);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  static Stream<StoredGrant> redeemed() {
    var grant = redeemedBy("alice").boundTo(CHALLENGE);
    return Stream.of(grant, grant.expired(), grant.nextPollIn(30), grant.withAuth0Profile());
  }

  @ParameterizedTest
  @MethodSource("redeemed")
  void askingAgainChangesNothingHoweverLateOrEarly(StoredGrant grant) {
    // Given
    var code = grant.save(redis);
    StoredAnswer.save(redis, code, CLAIM, "sealed", SOON);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.poll(code, TV, CHALLENGE);

    // Then
    assertThat(outcome).isEqualTo(answered(code, CLAIM));
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
    assertThat(StoredAnswer.read(redis, code)).containsOnlyKeys("claim", "sealed");
  }

  static Stream<Arguments> strangers() {
    return Stream.of(
        arguments(new ClientId("thief"), BOTH, Refused.UNKNOWN),
        arguments(TV, Proof.NONE, Refused.PROOF_MISMATCH),
        arguments(TV, CHALLENGE, Refused.PROOF_MISMATCH),
        arguments(TV, KEY, Refused.PROOF_MISMATCH),
        arguments(TV, new Proof("challenge", "wrong"), Refused.PROOF_MISMATCH),
        arguments(TV, new Proof("wrong", "key"), Refused.PROOF_MISMATCH));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("strangers")
  void nobodyElseGetsIt(ClientId client, Proof shown, PollOutcome expected) {
    // Given
    var code = redeemedBy("alice").boundTo(BOTH).save(redis);
    StoredAnswer.save(redis, code, CLAIM, "sealed", SOON);

    // When
    var outcome = pod.poll(code, client, shown);

    // Then
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void aGrantWithoutProofKeepsNoAnswer() {
    // Given
    var code = approvedBy("alice").claimedUntil(CLAIM, SOON).save(redis);

    // When
    pod.complete(code.grantId(), CLAIM, ANSWER);

    // Then
    assertThat(redis.has(StoredAnswer.key(code))).isFalse();
    assertThat(pod.poll(code)).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void knowingTheCodeIsNoProofEvenWhereThereIsAnAnswer() {
    // Given
    var code = redeemedBy("alice").save(redis);
    StoredAnswer.save(redis, code, CLAIM, "sealed", SOON);

    // When
    var outcome = pod.poll(code, TV, KEY);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void theKeyOfTheAnsweredPollIsTheGrantsFromThenOn() {
    // Given
    var code = claimed().save(redis);
    pod.complete(code.grantId(), CLAIM, new Handover("sealed", "key"));

    // When
    var outcome = pod.poll(code, TV, new Proof("challenge", "another key"));

    // Then
    assertThat(outcome).isEqualTo(Refused.PROOF_MISMATCH);
    assertThat(StoredGrant.read(redis, code)).containsEntry("dpop_jkt", "key");
  }

  @Test
  void aGrantThatIsBoundToAKeyKeepsIt() {
    // Given
    var code = claimed().withThumbprint("first").save(redis);

    // When
    pod.complete(code.grantId(), CLAIM, new Handover("sealed", "second"));

    // Then
    assertThat(StoredGrant.read(redis, code)).containsEntry("dpop_jkt", "first");
  }

  static Stream<StoredGrant> forgotten() {
    var grant = approvedBy("alice").boundTo(CHALLENGE);
    return Stream.of(
        grant,
        grant.confirming("47"),
        grant.releasedBy(OTHER),
        grant.claimedUntil(OTHER, SOON),
        grant.claimedUntil(OTHER, SOON.negated()),
        grant.expired(),
        redeemedBy("alice").boundTo(CHALLENGE));
  }

  @ParameterizedTest
  @MethodSource("forgotten")
  void whoHoldsTheFenceLeavesTheAnswerEvenIfRedisForgotTheClaim(StoredGrant grant) {
    // Given
    var code = grant.save(redis);

    // When
    var outcome = pod.complete(code.grantId(), CLAIM, ANSWER);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.SUPERSEDED);
    assertThat(pod.poll(code, TV, CHALLENGE)).isEqualTo(answered(code, CLAIM));
  }

  static Stream<StoredGrant> notApproved() {
    return Stream.of(
        pending().boundTo(CHALLENGE),
        approvedBy("alice").boundTo(CHALLENGE).claimedUntil(CLAIM, SOON).with("state", "DENIED"));
  }

  @ParameterizedTest
  @MethodSource("notApproved")
  void anAnswerNeverOverrulesADenialOrMakesUpAnApproval(StoredGrant grant) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.complete(code.grantId(), CLAIM, new Handover("sealed", "key"));

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.SUPERSEDED);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
    assertThat(redis.has(StoredAnswer.key(code))).isFalse();
  }

  @Test
  void nothingIsMadeOfAGrantThatHasGone() {
    // Given
    var code = DeviceCode.random();

    // When
    var outcome = pod.complete(code.grantId(), CLAIM, new Handover("sealed", "key"));

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.SUPERSEDED);
    assertThat(StoredGrant.read(redis, code)).isEmpty();
    assertThat(StoredAnswer.read(redis, code)).isEmpty();
  }

  @Test
  void whoOnlyReportsAnothersDeliveryTouchesNoAnswer() {
    // Given
    var code = approvedBy("alice").boundTo(CHALLENGE).claimedUntil(OTHER, SOON).save(redis);
    pod.complete(code.grantId(), CLAIM, ANSWER);

    // When
    var outcome = pod.complete(code.grantId(), OTHER);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
    assertThat(pod.poll(code, TV, CHALLENGE)).isEqualTo(answered(code, CLAIM));
  }

  private static StoredGrant claimed() {
    return approvedBy("alice").boundTo(CHALLENGE).claimedUntil(CLAIM, SOON);
  }

  private static Answered answered(DeviceCode code, ClaimId claim) {
    return new Answered(
        code.grantId(),
        claim,
        new Approval(
            "alice",
            Scope.stored(StoredGrant.SCOPE),
            Instant.ofEpochSecond(1767225600),
            Set.of("pwd"),
            null),
        new ApiAccess(StoredGrant.API, "TV programme", Duration.ofHours(1)),
        "sealed");
  }
}
