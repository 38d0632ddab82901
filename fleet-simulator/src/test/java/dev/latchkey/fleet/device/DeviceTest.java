package dev.latchkey.fleet.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.device.Step.Poll;
import dev.latchkey.fleet.device.Step.Refresh;
import dev.latchkey.fleet.device.Step.Rest;
import dev.latchkey.fleet.device.Step.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceTest {

  private static final SlowDown SLOW_DOWN = new SlowDown(Duration.ZERO, Duration.ZERO);

  private final Device device = polling(Habits.GOOD);

  @Test
  void pollsAnIntervalAfterItsLastPollHoweverLongTheAnswerTook() {
    // When
    var step = device.polled(Waiting.PENDING, trip(5.0, 7.5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(10)));
  }

  @Test
  void pollsAtOnceAfterAnAnswerThatTookLongerThanTheInterval() {
    // When
    var step = device.polled(Waiting.PENDING, trip(5, 30));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(30)));
  }

  @Test
  void slowDownAddsFiveSecondsForGood() {
    // Given
    device.polled(SLOW_DOWN, trip(5, 5));

    // When
    var step = device.polled(Waiting.PENDING, trip(15, 15));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(25)));
  }

  @Test
  void takesTheIntervalThatSlowDownNames() {
    // When
    var step = device.polled(new SlowDown(Duration.ofSeconds(30), Duration.ZERO), trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(35)));
  }

  @Test
  void waitsAsLongAsRetryAfterSays() {
    // When
    var step = device.polled(new Later("", Duration.ofSeconds(42)), trip(5, 6));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(48)));
  }

  @Test
  void aShortRetryAfterIsNoLeaveToPollEarly() {
    // When
    var step = device.polled(new Later("", Duration.ofSeconds(1)), trip(5, 6));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(10)));
  }

  @Test
  void anOverloadThatSaysSlowDownIsGivenTheLongerOfBothWaits() {
    // When
    var step = device.polled(new SlowDown(Duration.ZERO, Duration.ofSeconds(60)), trip(5, 6));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(66)));
  }

  @Test
  void doublesItsIntervalAtEachSilenceUpToAMinute() {
    // When
    var steps =
        Stream.generate(() -> device.polled(Silence.TIMEOUT, trip(5, 100))).limit(5).toList();

    // Then
    assertThat(steps)
        .containsExactly(
            new Poll(seconds(110)),
            new Poll(seconds(120)),
            new Poll(seconds(140)),
            new Poll(seconds(160)),
            new Poll(seconds(160)));
  }

  @Test
  void isBackAtItsIntervalAfterAnAnswer() {
    // Given
    device.polled(Silence.TIMEOUT, trip(5, 15));
    device.polled(Waiting.PENDING, trip(25, 25));

    // When
    var step = device.polled(Silence.TIMEOUT, trip(30, 40));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(50)));
  }

  @Test
  void anIntervalBeyondAMinuteIsNotShortenedByTrouble() {
    // Given
    device.polled(new SlowDown(Duration.ofSeconds(90), Duration.ZERO), trip(5, 5));

    // When
    var step = device.polled(Silence.TIMEOUT, trip(95, 105));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(195)));
  }

  static Stream<PollAnswer> answersThatDecideNothing() {
    return Stream.of(
        Waiting.PENDING,
        SLOW_DOWN,
        new Later("", Duration.ZERO),
        Silence.TIMEOUT,
        new Surprise("status 500 without a JSON object", 500));
  }

  @ParameterizedTest
  @MethodSource("answersThatDecideNothing")
  void givesUpItsCodeAfterAPollPastTheEndDecidedNothing(PollAnswer answer) {
    // Given
    var before = device.polled(answer, trip(599, 599));

    // When
    var step = device.polled(answer, trip(601, 601));

    // Then
    assertThat(before).isInstanceOf(Poll.class);
    assertThat(step).isEqualTo(new Rest(Ending.EXPIRED));
  }

  @Test
  void theEndComesByItsOwnClock() {
    // Given
    var slow = polling(new Habits(0.5, Optional.empty(), true, Optional.empty()));

    // When
    var step = slow.polled(Waiting.PENDING, trip(1_100, 1_100));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(1_110)));
  }

  @Test
  void pollsEachSecondWhereTheServerSaysZero() {
    // Given
    var eager = polling(Habits.GOOD, Duration.ZERO);

    // When
    var step = eager.polled(Waiting.PENDING, trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(6)));
  }

  @ParameterizedTest
  @CsvSource({"200, true", "500, true", "502, true", "404, false"})
  void aSurpriseThatMayHaveSpentTheCodeAccusesNobodyLater(int status, boolean pardoned) {
    // Given
    device.polled(new Surprise("nonsense", status), trip(5, 5));

    // When
    var contradiction = Contradiction.of(device, Gone.INVALID_GRANT, trip(10, 10));

    // Then
    assertThat(contradiction.isEmpty()).isEqualTo(pardoned);
  }

  @Test
  void aPollWithoutAnAnswerCountsTowardsTheInterval() {
    // When
    device.polled(Silence.DROPPED, trip(5, 5));

    // Then
    assertThat(device.keepsPace(seconds(9))).isFalse();
    assertThat(device.keepsPace(seconds(10))).isTrue();
  }

  @Test
  void aFastClockMakesItEarly() {
    // Given
    var hasty = polling(new Habits(1.25, Optional.empty(), true, Optional.empty()));

    // When
    var step = hasty.polled(Waiting.PENDING, trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(9)));
    assertThat(hasty.keepsPace(seconds(9))).isFalse();
  }

  @Test
  void anImpatientDeviceKeepsItsOwnPace() {
    // Given
    var pace = Optional.of(Duration.ofSeconds(1));
    var impatient = polling(new Habits(1, pace, false, Optional.empty()));

    // When
    var step =
        impatient.polled(new SlowDown(Duration.ofSeconds(60), Duration.ofSeconds(60)), trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(6)));
  }

  @ParameterizedTest
  @CsvSource({"DENIED, DENIED", "EXPIRED, EXPIRED"})
  void aVerdictIsTheEnd(Verdict verdict, Ending ending) {
    // When
    var step = device.polled(verdict, trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Rest(ending));
    assertThat(device.deviceCode()).isNull();
  }

  @Test
  void aSpentCodeAfterALostAnswerMeansThatTheTokensAreLost() {
    // Given
    device.polled(Silence.DROPPED, trip(5, 5));

    // When
    var step = device.polled(Gone.INVALID_GRANT, trip(10, 10));

    // Then
    assertThat(step).isEqualTo(new Rest(Ending.ANSWER_LOST));
  }

  @Test
  void aLinkedDeviceRefreshesBeforeTheEndOnItsFastClock() {
    // Given
    var refreshing = polling(new Habits(1, Optional.empty(), true, Optional.of(10.0)));

    // When
    var step = refreshing.polled(new Tokens("r1", Duration.ofSeconds(100)), trip(5, 6));

    // Then
    assertThat(step).isEqualTo(new Refresh(seconds(14)));
    assertThat(refreshing.refreshToken()).isEqualTo("r1");
  }

  @Test
  void keepsItsRefreshTokenIfTheServerSendsNoOther() {
    // Given
    var refreshing = polling(new Habits(1, Optional.empty(), true, Optional.of(10.0)));
    refreshing.polled(new Tokens("r1", Duration.ofSeconds(100)), trip(5, 6));

    // When
    refreshing.refreshed(new Tokens(null, Duration.ofSeconds(100)), trip(14, 14));

    // Then
    assertThat(refreshing.refreshToken()).isEqualTo("r1");
  }

  @Test
  void startsAgainAfterAnOverload() {
    // Given
    var fresh = new Device(Habits.GOOD);
    fresh.switchOn(0);

    // When
    var step = fresh.started(new Later("", Duration.ofSeconds(7)), trip(0, 1));

    // Then
    assertThat(step).isEqualTo(new Start(seconds(8)));
  }

  @Test
  void noticesAnswersThatCannotBeTrue() {
    // When
    var contradiction = Contradiction.of(device, Verdict.EXPIRED, trip(5, 5));

    // Then
    assertThat(contradiction).hasValue("expired_token before expires_in was over");
  }

  @Test
  void aTokenOfManyYearsIsRefreshedWhenTheRunIsLongOver() {
    // Given
    var refreshing = polling(new Habits(0.1, Optional.empty(), true, Optional.of(0.001)));

    // When
    var step = refreshing.polled(new Tokens("r1", Duration.ofDays(3_650)), trip(5, 6));

    // Then
    assertThat(step).isEqualTo(new Refresh(seconds(6) + Duration.ofDays(3_650).toNanos()));
  }

  private static Device polling(Habits habits) {
    return polling(habits, Duration.ofSeconds(5));
  }

  private static Device polling(Habits habits, Duration interval) {
    var device = new Device(habits);
    device.switchOn(0);
    device.started(
        new Codes("device", "USER", "https://h/", null, Duration.ofMinutes(10), interval),
        trip(0, 0));
    return device;
  }

  private static Trip trip(double sent, double answered) {
    return new Trip(seconds(sent), seconds(answered));
  }

  private static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }
}
