package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.redeemedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.CompleteOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class ClaimTest {

  private static final ClaimId FIRST = new ClaimId("first");
  private static final ClaimId OTHER = new ClaimId("other");
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration JUST_NOW = Duration.ofSeconds(-1);
  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  ClaimTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @RepeatedTest(5)
  void ofManyConcurrentPollsExactlyOneIsGranted() throws Exception {
    // Given
    var code = approvedBy("alice").save(redis);
    var otherPod = Pod.of(topology);
    var polls = new ArrayList<Callable<PollOutcome>>();
    for (var i = 0; i < CROWD; i++) {
      var through = i % 2 == 0 ? pod : otherPod;
      polls.add(() -> through.poll(code));
    }

    // When
    List<PollOutcome> outcomes;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      outcomes = threads.invokeAll(polls).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Waiting.PENDING::equals).hasSize(CROWD - 1);
  }

  @Test
  void aLiveClaimKeepsOtherPollsWaiting() {
    // Given
    var code = claimed(SOON).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void aPollThatRunsAgainIsGrantedItsOwnClaimAgain() {
    // Given
    var code = claimed(SOON).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = runWithClaim(code, FIRST);

    // Then
    assertThat(outcome).isEqualTo("GRANTED");
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
    assertThat(runWithClaim(code, OTHER)).isEqualTo("PENDING");
  }

  @Test
  void aLeaseIsTenSeconds() {
    // Given
    var code = approvedBy("alice").save(redis);

    // When
    pod.claim(code);

    // Then
    assertThat(time(code, "claim_until"))
        .isCloseTo(redis.now().plusSeconds(10), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void aClaimWhoseHolderFellSilentIsFollowedByOneOfAnotherName() {
    // Given
    var code = claimed(JUST_NOW).save(redis);

    // When
    var granted = pod.claim(code);

    // Then
    assertThat(granted.claim()).isNotEqualTo(FIRST);
    assertThat(StoredGrant.read(redis, code)).containsEntry("claim", granted.claim().value());
  }

  @Test
  void everyClaimKnowsOfThoseThatGaveUp() {
    // Given
    var code = approvedBy("alice").save(redis);
    var first = pod.claim(code);
    pod.release(code.grantId(), first.claim());
    var second = pod.claim(code);
    pod.release(code.grantId(), second.claim());

    // When
    var third = pod.claim(code);

    // Then
    assertThat(first.released()).isEmpty();
    assertThat(third.released()).containsExactlyInAnyOrder(first.claim(), second.claim());
    assertThat(third.claim()).isNotIn(first.claim(), second.claim());
  }

  @Test
  void aClaimThatNeverCameToTheFenceIsNotRemembered() {
    // Given
    var code = approvedBy("alice").save(redis);
    var first = pod.claim(code);
    pod.redemption.release(code.grantId(), first.claim(), false).await().atMost(SOON);

    // When
    var second = pod.claim(code);

    // Then
    assertThat(second.released()).isEmpty();
  }

  @Test
  void aClaimWhoseHolderFellSilentIsNotAmongThem() {
    // Given
    var code = approvedBy("alice").releasedBy(FIRST).save(redis);
    pod.claim(code);
    StoredGrant.age(redis, code, Duration.ofSeconds(11));

    // When
    var granted = pod.claim(code);

    // Then
    assertThat(granted.released()).containsExactly(FIRST);
  }

  @Test
  void aClaimAtTheLastMomentLeavesTimeForItsLeaseAndAMinuteMore() {
    // Given
    var code = approvedBy("alice").expiresIn(SOON).save(redis);

    // When
    pod.claim(code);

    // Then
    assertThat(time(code, "expires_at"))
        .isCloseTo(redis.now().plusSeconds(70), within(2, ChronoUnit.SECONDS));
    assertThat(redis.end(StoredGrant.key(code)))
        .isEqualTo(time(code, "expires_at").plusMillis(time(code, "lifetime").toEpochMilli()));
  }

  @Test
  void aClaimInGoodTimeDoesNotMoveTheEnd() {
    // Given
    var code = approvedBy("alice").save(redis);
    var before = time(code, "expires_at");

    // When
    pod.claim(code);

    // Then
    assertThat(time(code, "expires_at")).isEqualTo(before);
  }

  @Test
  void completingEndsTheGrant() {
    // Given
    var code = approvedBy("alice").save(redis);
    var granted = pod.claim(code);

    // When
    var outcome = pod.complete(code.grantId(), granted.claim());

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
    assertThat(pod.poll(code)).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void completingTwiceIsCompletingOnce() {
    // Given
    var code = claimed(SOON).save(redis);
    pod.complete(code.grantId(), FIRST);

    // When
    var outcome = pod.complete(code.grantId(), FIRST);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
  }

  @Test
  void theCurrentClaimCompletesHoweverLate() {
    // Given
    var code = claimed(Duration.ofMinutes(-5)).expired().save(redis);

    // When
    var outcome = pod.complete(code.grantId(), FIRST);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.COMPLETED);
  }

  static Stream<StoredGrant> movedOn() {
    return Stream.of(
        approvedBy("alice").claimedUntil(OTHER, SOON),
        approvedBy("alice").releasedBy(FIRST),
        approvedBy("alice").claimedUntil(FIRST, SOON).with("state", "DENIED"),
        redeemedBy("alice"));
  }

  @ParameterizedTest
  @MethodSource("movedOn")
  void aClaimThatIsNotTheCurrentOneCompletesNothing(StoredGrant grant) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.complete(code.grantId(), FIRST);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.SUPERSEDED);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("movedOn")
  void aClaimThatIsNotTheCurrentOneReleasesAndRefusesNothing(StoredGrant grant) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    pod.release(code.grantId(), FIRST);
    pod.refuse(code.grantId(), FIRST);

    // Then
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void nothingIsMadeOfAGrantThatHasGone() {
    // Given
    var code = DeviceCode.random();

    // When
    var outcome = pod.complete(code.grantId(), FIRST);
    pod.release(code.grantId(), FIRST);
    pod.refuse(code.grantId(), FIRST);

    // Then
    assertThat(outcome).isEqualTo(CompleteOutcome.SUPERSEDED);
    assertThat(redis.has(StoredGrant.key(code))).isFalse();
  }

  @Test
  void aRefusedGrantIsDeniedForGood() {
    // Given
    var code = claimed(SOON).save(redis);

    // When
    pod.refuse(code.grantId(), FIRST);

    // Then
    assertThat(pod.poll(code)).isEqualTo(Refused.DENIED);
    assertThat(pod.poll(code)).isEqualTo(Refused.DENIED);
  }

  @Test
  void aReleaseIsPublishedToThoseWhoHoldTheirPolls() {
    // Given
    var code = claimed(SOON).save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.release(code.grantId(), FIRST);

      // Then
      assertThat(subscription.next()).isEqualTo("APPROVED");
    }
  }

  @Test
  void aRefusalIsPublishedToThoseWhoHoldTheirPolls() {
    // Given
    var code = claimed(SOON).save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.refuse(code.grantId(), FIRST);

      // Then
      assertThat(subscription.next()).isEqualTo("DENIED");
    }
  }

  @Test
  void aRedemptionIsPublishedToThoseWhoHoldTheirPolls() {
    // Given
    var code = claimed(SOON).save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      pod.complete(code.grantId(), FIRST);

      // Then
      assertThat(subscription.next()).isEqualTo("REDEEMED");
    }
  }

  /** As a batch does that is sent again, with the claim id that the poll had before. */
  private String runWithClaim(DeviceCode code, ClaimId claim) {
    var key = StoredGrant.key(code);
    var script = LuaScript.load("poll.lua").text();
    var answer = RedisKey.answer(code.grantId());
    var arguments = List.of(StoredGrant.TV.value(), "", "", claim.value(), "10000", "500", "60000");
    var command = new ArrayList<>(List.of("EVAL", script, "2", key, answer));
    command.addAll(arguments);
    command.addAll(List.of("", "", ""));
    var reply = redis.ownerOf(key).execute(command.toArray(String[]::new));
    return String.valueOf(((List<?>) Objects.requireNonNull(reply)).getFirst());
  }

  private static StoredGrant claimed(Duration lease) {
    return approvedBy("alice").claimedUntil(FIRST, lease);
  }

  private Instant time(DeviceCode code, String field) {
    var stored = StoredGrant.read(redis, code).getOrDefault(field, "0");
    return Instant.ofEpochMilli(Long.parseLong(stored));
  }
}
