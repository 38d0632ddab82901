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

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Confirming;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number matching as the device has it: what a poll with a number, or without one, learns. */
@ParameterizedClass
@EnumSource
class NumberPollTest {

  private static final Optional<ConfirmationNumber> RIGHT =
      Optional.of(new ConfirmationNumber("47"));
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  NumberPollTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void withoutANumberThePollLearnsThatOneIsAwaited() {
    // Given
    var code = confirming().save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(new Confirming(3, false));
    assertThat(time(code, "next_poll_at"))
        .isCloseTo(redis.now().plusSeconds(5), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void withoutANumberThePollKeepsThePace() {
    // Given
    var code = confirming().nextPollIn(4).save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(untimed(outcome)).isEqualTo(slowDown(10));
  }

  @Test
  void theRightNumberIsDeliveredHoweverEarlyThePoll() {
    // Given
    var code = confirming().nextPollIn(30).save(redis);

    // When
    var outcome = pod.enter(code, "47");

    // Then
    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Granted.class))
        .satisfies(granted -> assertThat(granted.confirmed()).isTrue())
        .satisfies(granted -> assertThat(granted.approval().subject()).isEqualTo("alice"));
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "CLAIMED");
  }

  @Test
  void theNumberThatThePageShowsIsTheRightOne() {
    // Given
    var code = pending().withNumberMatching().openedBy(PHONE, Duration.ofMinutes(2)).save(redis);
    pod.decide(code, PHONE, APPROVE);
    var number = StoredGrant.number(redis, code);

    // When
    var outcome = pod.enter(code, number.value());

    // Then
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  @Test
  void aWrongNumberIsToldAtOnceAndTakesAnAttempt() {
    // Given
    var code = confirming().nextPollIn(30).save(redis);
    var nextPollAt = time(code, "next_poll_at");

    // When
    var outcome = pod.enter(code, "12");

    // Then
    assertThat(outcome).isEqualTo(new Confirming(2, true));
    assertThat(StoredGrant.read(redis, code))
        .containsEntry("state", "CONFIRMING")
        .containsEntry("interval", "5000");
    assertThat(time(code, "next_poll_at")).isEqualTo(nextPollAt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "34"})
  void aNumberThatIsSentAgainTakesNoOtherAttempt(String number) {
    // Given
    var code = confirming().havingTried("12 34").save(redis);

    // When
    var outcome = pod.enter(code, number);

    // Then
    assertThat(outcome).isEqualTo(new Confirming(1, true));
    assertThat(StoredGrant.read(redis, code)).containsEntry("tried", "12 34");
    assertThat(time(code, "next_poll_at"))
        .isCloseTo(redis.now().plusSeconds(5), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void aNumberThatIsSentAgainKeepsThePace() {
    // Given
    var code = confirming().havingTried("12").nextPollIn(4).save(redis);

    // When
    var outcome = pod.enter(code, "12");

    // Then
    assertThat(untimed(outcome)).isEqualTo(slowDown(10));
    assertThat(StoredGrant.read(redis, code)).containsEntry("tried", "12");
  }

  @Test
  void theAttemptsLeftAreToldToPollsWithoutANumberToo() {
    // Given
    var code = confirming().havingTried("12 34").save(redis);

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isEqualTo(new Confirming(1, false));
  }

  @Test
  void theRightNumberIsRightAfterTwoWrongOnes() {
    // Given
    var code = confirming().havingTried("12 34").save(redis);

    // When
    var outcome = pod.enter(code, "47");

    // Then
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  @Test
  void theThirdWrongNumberDeniesForGood() {
    // Given
    var code = confirming().havingTried("12 34").save(redis);
    try (var subscription = redis.subscribe(StoredGrant.channel(code))) {

      // When
      var outcome = pod.enter(code, "56");

      // Then
      assertThat(outcome).isEqualTo(Refused.UNCONFIRMED);
      assertThat(subscription.next()).isEqualTo("DENIED");
      assertThat(pod.enter(code, "47")).isEqualTo(Refused.DENIED);
      assertThat(pod.poll(code)).isEqualTo(Refused.DENIED);
    }
  }

  @Test
  void anApprovalThatWasDeniedByWrongNumbersIsNotRepeated() {
    // Given
    var code = confirming().havingTried("12 34").save(redis);
    pod.enter(code, "56");

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "DENIED");
  }

  static Stream<Arguments> doNotWait() {
    var claimed = approvedBy("alice").claimedUntil(new ClaimId("claim"), SOON);
    return Stream.of(
        arguments(pending(), Waiting.PENDING),
        arguments(pending().withNumberMatching(), Waiting.PENDING),
        arguments(pending().withNumberMatching().nextPollIn(4), slowDown(10)),
        arguments(claimed, Waiting.PENDING),
        arguments(denied(), Refused.DENIED),
        arguments(pending().expired(), Refused.EXPIRED),
        arguments(confirming().expired(), Refused.EXPIRED),
        arguments(redeemedBy("alice"), Refused.UNKNOWN));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("doNotWait")
  void whereNoNumberIsAwaitedItIsIgnored(StoredGrant grant, PollOutcome expected) {
    // Given
    var code = grant.save(redis);

    // When
    var outcome = pod.enter(code, "47");

    // Then
    assertThat(untimed(outcome)).isEqualTo(expected);
    assertThat(StoredGrant.read(redis, code)).doesNotContainKey("tried");
  }

  @Test
  void anApprovalThatNeedsNoNumberIsDeliveredWithAnyNumber() {
    // Given
    var code = approvedBy("alice").save(redis);

    // When
    var outcome = pod.enter(code, "12");

    // Then
    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Granted.class))
        .satisfies(granted -> assertThat(granted.confirmed()).isFalse());
  }

  @Test
  void theNumberOfAnotherClientSaysNothingAndCountsNothing() {
    // Given
    var code = confirming().save(redis);
    var before = StoredGrant.read(redis, code);
    var thief = new ClientId("thief");
    var wrong = Optional.of(new ConfirmationNumber("12"));

    // When
    var outcomes = Stream.of(RIGHT, wrong).map(n -> pod.poll(code, thief, Proof.NONE, n)).toList();

    // Then
    assertThat(outcomes).containsOnly(Refused.UNKNOWN);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void theNumberWithoutTheProofSaysNothingAndCountsNothing() {
    // Given
    var code = confirming().withChallenge("right").save(redis);
    var before = StoredGrant.read(redis, code);
    var wrong = Optional.of(new ConfirmationNumber("12"));

    // When
    var outcomes =
        Stream.of(RIGHT, wrong)
            .map(number -> pod.poll(code, TV, new Proof("wrong", null), number))
            .toList();

    // Then
    assertThat(outcomes).containsOnly(Refused.PROOF_MISMATCH);
    assertThat(StoredGrant.read(redis, code)).isEqualTo(before);
  }

  @Test
  void aClaimThatIsGivenBackNeedsNoNumberAgain() {
    // Given
    var code = confirming().save(redis);
    var granted = (Granted) pod.enter(code, "47");
    pod.release(code.grantId(), granted.claim());

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Granted.class))
        .satisfies(again -> assertThat(again.confirmed()).isFalse());
  }

  @Test
  void aClaimWhoseHolderFellSilentNeedsNoNumberAgain() {
    // Given
    var code = confirming().save(redis);
    pod.enter(code, "47");
    StoredGrant.age(redis, code, Duration.ofSeconds(11));

    // When
    var outcome = pod.poll(code);

    // Then
    assertThat(outcome).isInstanceOf(Granted.class);
  }

  @Test
  void theNumberAtTheLastMomentLeavesTimeForItsLeaseAndAMinuteMore() {
    // Given
    var code = confirming().expiresIn(SOON).save(redis);

    // When
    pod.enter(code, "47");

    // Then
    assertThat(time(code, "expires_at"))
        .isCloseTo(redis.now().plusSeconds(70), within(2, ChronoUnit.SECONDS));
  }

  @RepeatedTest(5)
  void ofManyConcurrentPollsWithTheRightNumberExactlyOneIsGranted() throws Exception {
    // Given
    var code = confirming().save(redis);

    // When
    var outcomes = enterTogether(code, Collections.nCopies(CROWD, "47"));

    // Then
    assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Waiting.PENDING::equals).hasSize(CROWD - 1);
  }

  @RepeatedTest(5)
  void threeConcurrentWrongNumbersDeny() throws Exception {
    // Given
    var code = confirming().save(redis);

    // When
    var outcomes = enterTogether(code, List.of("12", "34", "56"));

    // Then
    assertThat(outcomes)
        .containsExactlyInAnyOrder(
            new Confirming(2, true), new Confirming(1, true), Refused.UNCONFIRMED);
    assertThat(StoredGrant.read(redis, code)).containsEntry("state", "DENIED");
  }

  @RepeatedTest(5)
  void oneWrongNumberSentManyTimesTogetherTakesOneAttempt() throws Exception {
    // Given
    var code = confirming().save(redis);

    // When
    var outcomes = enterTogether(code, Collections.nCopies(CROWD, "12"));

    // Then
    assertThat(outcomes)
        .hasSize(CROWD)
        .contains(new Confirming(2, true))
        .allMatch(
            outcome -> outcome instanceof SlowDown || outcome.equals(new Confirming(2, true)));
    assertThat(StoredGrant.read(redis, code)).containsEntry("tried", "12");
  }

  private List<PollOutcome> enterTogether(DeviceCode code, List<String> numbers)
      throws InterruptedException {
    var otherPod = Pod.of(topology);
    var polls = new ArrayList<Callable<PollOutcome>>();
    for (var number : numbers) {
      var through = polls.size() % 2 == 0 ? pod : otherPod;
      polls.add(() -> through.enter(code, number));
    }
    try (var threads = Executors.newFixedThreadPool(numbers.size())) {
      return threads.invokeAll(polls).stream().map(Future::resultNow).toList();
    }
  }

  private static StoredGrant confirming() {
    return approvedBy("alice").confirming("47");
  }

  private Instant time(DeviceCode code, String field) {
    var stored = StoredGrant.read(redis, code).getOrDefault(field, "0");
    return Instant.ofEpochMilli(Long.parseLong(stored));
  }
}
