package dev.latchkey.fleet.device;

import static dev.latchkey.fleet.device.Devices.polling;
import static dev.latchkey.fleet.device.Devices.seconds;
import static dev.latchkey.fleet.device.Devices.trip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.device.Step.Poll;
import dev.latchkey.fleet.device.Step.Refresh;
import dev.latchkey.fleet.device.Step.Rest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a device makes of its answers, to its end. */
class DeviceTest {

  private static final SlowDown SLOW_DOWN = new SlowDown(Duration.ZERO, Duration.ZERO);

  private final Device device = polling(Habits.GOOD);

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
}
