package dev.latchkey.fleet.device;

import static dev.latchkey.fleet.device.Devices.polling;
import static dev.latchkey.fleet.device.Devices.seconds;
import static dev.latchkey.fleet.device.Devices.trip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.device.Step.Poll;
import dev.latchkey.fleet.device.Step.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a device asks next (RFC 8628 section 3.5). */
class DevicePaceTest {

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

  @Test
  void pollsEachSecondWhereTheServerSaysZero() {
    // Given
    var eager = polling(Habits.GOOD, Duration.ZERO);

    // When
    var step = eager.polled(Waiting.PENDING, trip(5, 5));

    // Then
    assertThat(step).isEqualTo(new Poll(seconds(6)));
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
}
