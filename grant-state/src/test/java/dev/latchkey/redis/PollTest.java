package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.redis.Grants.slowDown;
import static dev.latchkey.redis.Grants.untimed;
import static dev.latchkey.stores.StoredGrant.TV;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.stores.StoredGrant.redeemedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.Approval;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class PollTest {

  private static final ClientId THIEF = new ClientId("thief");
  private static final Duration SOON = Duration.ofSeconds(5);

  private final RedisStore redis;
  private final Pod pod;

  PollTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void theFirstPollIsFree() {
    // Given
    var created = pod.create(Grants.BARE);

    // When
    var outcome = pod.poll(created.deviceCode());

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
  }

  @Test
  void anAcceptedPollOpensTheNextWindowAnIntervalLater() {
    // Given
    var code = pending().withInterval(Duration.ofSeconds(20)).save(redis);

    // When
    pod.poll(code);

    // Then
    assertThat(nextPollAt(code))
        .isCloseTo(redis.now().plusSeconds(20), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void anEarlyPollCostsFiveSecondsAndDoesNotMoveTheWindow() {
    // Given
    var code = pending().nextPollIn(4).save(redis);
    var before = nextPollAt(code);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(untimed(outcome)).isEqualTo(slowDown(10));
    assertThat(StoredGrant.read(redis, code)).containsEntry("interval", "10000");
    assertThat(nextPollAt(code)).isEqualTo(before);
  }

  @Test
  void anEarlyPollLearnsWhenOneIsNotTooEarlyAnyMore() {
    // Given
    var code = pending().nextPollIn(4).save(redis);

    // When
    var outcome = (SlowDown) pod.poll(code);

    // Then
    assertThat(outcome.opensIn()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3500));
  }

  @Test
  void jitterIsNotPunished() {
    // Given
    var code = pending().nextPollIn(Duration.ofMillis(400)).save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
    assertThat(StoredGrant.read(redis, code)).containsEntry("interval", "5000");
  }

  @Test
  void theIntervalGrowsToAMinuteAndNoFurther() {
    // Given
    var code = pending().withInterval(Duration.ofSeconds(52)).nextPollIn(100).save(redis);

    // When
    var outcomes = Stream.generate(() -> pod.poll(code)).limit(3).toList();

    // Then
    assertThat(outcomes)
        .map(Grants::untimed)
        .containsExactly(slowDown(57), slowDown(60), slowDown(60));
  }

  @Test
  void anIntervalOfMoreThanAMinuteIsNotShortened() {
    // Given
    var code = pending().withInterval(Duration.ofSeconds(90)).nextPollIn(80).save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(untimed(outcome)).isEqualTo(slowDown(90));
  }

  @Test
  void aSecondLookOfAPollThatIsHeldCountsAsNoPoll() {
    // Given
    var code = pending().nextPollIn(4).save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.pollAgain(code);

    // Then
    assertThat(outcome).isEqualTo(Waiting.PENDING);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void aSecondLookClaimsAsAPollDoes() {
    // Given
    var code = approvedBy("alice").nextPollIn(4).save(redis);

    // When
    var outcomes = Stream.generate(() -> pod.pollAgain(code)).limit(2).toList();

    // Then
    assertThat(outcomes.getFirst()).isInstanceOf(Granted.class);
    assertThat(outcomes.getLast()).isEqualTo(Waiting.PENDING);
  }

  @Test
  void aSecondLookIsHeldAgainstWhoseGrantItIsAndItsProof() {
    // Given
    var code = approvedBy("alice").withChallenge("the-challenge").save(redis);

    // When
    var thief = pod.pollAgain(code, THIEF, new Proof("the-challenge", null));
    var without = pod.pollAgain(code, TV, Proof.NONE);

    // Then
    assertThat(thief).isEqualTo(Refused.UNKNOWN);
    assertThat(without).isEqualTo(Refused.PROOF_MISMATCH);
  }

  @Test
  void aClientThatIgnoresSlowDownIsStillServed() {
    // Given
    var code = pending().expiresIn(Duration.ofMinutes(9)).save(redis);
    var accepted = 0;
    for (var polls = 0; polls < 150; polls++) {
      accepted += pod.poll(code) == Waiting.PENDING ? 1 : 0;
      StoredGrant.age(redis, code, Duration.ofSeconds(2));
    }
    pod.open(code, PHONE);
    pod.decide(code, PHONE, APPROVE);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(accepted).isBetween(5, 20);
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  static Stream<Arguments> decided() {
    return Stream.of(
        arguments(denied().nextPollIn(30), Refused.DENIED),
        arguments(pending().nextPollIn(30).expired(), Refused.EXPIRED));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("decided")
  void theEndIsToldHoweverEarlyThePoll(StoredGrant grant, PollOutcome expected) {
    // Given
    var code = grant.save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void aGrantThatSaysNoIntervalIsPolledEveryFiveSeconds() {
    // Given
    var code = pod.create(Grants.BARE).deviceCode();
    pod.poll(code);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(untimed(outcome)).isEqualTo(slowDown(10));
  }

  @Test
  void anApprovedGrantIsDeliveredHoweverEarlyThePollWithAllThatTokensNeed() {
    // Given
    var code =
        approvedBy("alice")
            .nextPollIn(30)
            .with("serial", "SN-1")
            .with("version", "1.2.3")
            .save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    var claim = StoredGrant.read(redis, code).getOrDefault("claim", "");
    assertThat(outcome)
        .isEqualTo(
            new Granted(
                code.grantId(),
                new ClaimId(claim),
                Set.of(),
                new Approval(
                    "alice",
                    Scope.stored(StoredGrant.SCOPE),
                    Instant.ofEpochSecond(1767225600),
                    Set.of("pwd"),
                    null),
                new ApiAccess(StoredGrant.API, "TV programme", Duration.ofHours(1)),
                true,
                new ClaimedDevice("Telly", "Flat 55", "SN-1", "1.2.3"),
                "203.0.113.7",
                false));
  }

  @Test
  void aGrantWithoutApiAndRefreshIsDeliveredWithout() {
    // Given
    var code = approvedBy("alice").withoutApi().notRefreshable().save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Granted.class))
        .satisfies(granted -> assertThat(granted.api()).isNull())
        .satisfies(granted -> assertThat(granted.refreshable()).isFalse());
  }

  static Stream<StoredGrant> each() {
    var claim = new ClaimId("claim");
    return Stream.of(
        pending(),
        pending().nextPollIn(4),
        pending().expired(),
        pending().withAuth0Profile().expired(),
        approvedBy("alice"),
        approvedBy("alice").confirming("47"),
        approvedBy("alice").claimedUntil(claim, SOON),
        approvedBy("alice").claimedUntil(claim, SOON.negated()),
        denied(),
        redeemedBy("alice"));
  }

  @ParameterizedTest
  @MethodSource("each")
  void anotherClientCannotTellTheGrantExistsNorChangeIt(StoredGrant grant) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.poll(code, THIEF, Proof.NONE);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  static Stream<Arguments> mismatches() {
    var challenged = approvedBy("alice").withChallenge("right");
    var keyed = approvedBy("alice").withThumbprint("right");
    var both = challenged.withThumbprint("right");
    return Stream.of(
        arguments(challenged, Proof.NONE),
        arguments(challenged, new Proof("wrong", null)),
        arguments(approvedBy("alice"), new Proof("unasked", null)),
        arguments(keyed, Proof.NONE),
        arguments(keyed, new Proof(null, "wrong")),
        arguments(both, new Proof("right", null)),
        arguments(both, new Proof(null, "right")),
        arguments(pending().withChallenge("right"), new Proof("wrong", null)),
        arguments(pending().withChallenge("right").expired(), new Proof("wrong", null)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mismatches")
  void aWrongProofIsRefusedAndChangesNothing(StoredGrant grant, Proof proof) {
    // Given
    var code = grant.save(redis);
    var before = StoredGrant.read(redis, code);

    // When
    var outcome = pod.poll(code, TV, proof);

    // Then
    assertThat(outcome).isEqualTo(Refused.PROOF_MISMATCH);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  static Stream<Arguments> matches() {
    return Stream.of(
        arguments(approvedBy("alice").withChallenge("c"), new Proof("c", null)),
        arguments(approvedBy("alice").withThumbprint("t"), new Proof(null, "t")),
        arguments(approvedBy("alice").withChallenge("c").withThumbprint("t"), new Proof("c", "t")),
        // The first leg may leave open which key the tokens are to be bound to.
        arguments(approvedBy("alice"), new Proof(null, "t")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("matches")
  void theRightProofIsServed(StoredGrant grant, Proof proof) {
    // Given
    var code = grant.save(redis);

    // When
    var outcome = pod.poll(code, TV, proof);

    // Then
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  static Stream<StoredGrant> pastTheirEnd() {
    return Stream.of(
        pending().expired(),
        pending().nextPollIn(30).expired(),
        approvedBy("alice").expired(),
        approvedBy("alice").confirming("47").expired(),
        approvedBy("alice").releasedBy(new ClaimId("claim")).expired());
  }

  @ParameterizedTest
  @MethodSource("pastTheirEnd")
  void anExpiredGrantIsSaidToBeEachTime(StoredGrant grant) {
    // Given
    var code = grant.save(redis);

    // When
    var outcomes = Stream.generate(() -> pod.poll(code)).limit(3).toList();

    // Then
    assertThat(outcomes).containsOnly(Refused.EXPIRED);
  }

  @Test
  void theAuth0ProfileSaysSoOnce() {
    // Given
    var code = pending().withAuth0Profile().expired().save(redis);

    // When
    var outcomes = Stream.generate(() -> pod.poll(code)).limit(3).toList();

    // Then
    assertThat(outcomes).containsExactly(Refused.EXPIRED, Refused.UNKNOWN, Refused.UNKNOWN);
  }

  @Test
  void tellingAnExpiryDoesNotProlongTheKey() {
    // Given
    var code = pending().withAuth0Profile().expired().save(redis);
    var before = redis.end(StoredGrant.key(code));

    // When
    pod.poll(code);

    // Then
    assertThat(redis.end(StoredGrant.key(code))).isEqualTo(before);
  }

  @Test
  void aDenialStaysADenialPastItsEnd() {
    // Given
    var code = denied().expired().save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Refused.DENIED);
  }

  @Test
  void aRedeemedCodeIsUnknown() {
    // Given
    var code = redeemedBy("alice").save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
  }

  @Test
  void aCodeThatWasNeverIssuedIsUnknownAndStaysSo() {
    // Given
    var code = DeviceCode.random();

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(Refused.UNKNOWN);
    assertThat(redis.has(StoredGrant.key(code))).isFalse();
  }

  private Instant nextPollAt(DeviceCode code) {
    var stored = StoredGrant.read(redis, code).getOrDefault("next_poll_at", "0");
    return Instant.ofEpochMilli(Long.parseLong(stored));
  }
}
