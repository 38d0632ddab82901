package dev.latchkey.authz.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final int SEED = 8628;

  private final Pace pace = new Pace(PaceSettings.of(Map.of()));

  @Test
  void theDefaultsAreThese() {
    // When
    var config = PaceSettings.of(Map.of());

    // Then
    assertThat(config.from()).isEqualTo(70);
    assertThat(config.most()).isEqualTo(4);
    assertThat(config.longest()).isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest(name = "{0} s at {1} %")
  @CsvSource({
    "5, 0, 5",
    "5, 69, 5",
    "5, 70, 5",
    "5, 71, 6",
    "5, 80, 10",
    "5, 85, 13",
    "5, 100, 20",
    "5, 250, 20",
    "1, 85, 3",
    "15, 100, 50",
    "30, 85, 50",
    "55, 85, 55",
    "60, 100, 60",
    "90, 100, 90"
  })
  void theIntervalGrowsWithThePressure(long own, int percent, long expected) {
    // When
    var interval = pace.interval(Duration.ofSeconds(own), percent, drawing(0));

    // Then
    assertThat(interval).isEqualTo(Duration.ofSeconds(expected));
  }

  @ParameterizedTest(name = "{0} s at {1} %")
  @CsvSource({
    "5, 70, 5",
    "5, 80, 12",
    "5, 100, 24",
    "15, 100, 60",
    "30, 85, 60",
    "55, 85, 60",
    "90, 100, 90"
  })
  void aFifthMoreMayComeOnTopOfARaisedOne(long own, int percent, long expected) {
    // When
    var interval = pace.interval(Duration.ofSeconds(own), percent, drawing(0.999_999));

    // Then
    assertThat(interval).isEqualTo(Duration.ofSeconds(expected));
  }

  @Test
  void devicesThatAskTogetherDoNotPollTogether() {
    // Given
    var random = new Random(SEED);

    // When
    var intervals =
        IntStream.range(0, 100)
            .mapToObj(device -> pace.interval(Duration.ofSeconds(10), 100, random));

    // Then
    assertThat(intervals.distinct()).hasSizeGreaterThan(5);
  }

  @Test
  void itCanBeSwitchedOff() {
    // Given
    var fixed = new Pace(PaceSettings.of(Map.of("latchkey.pace.most", "1")));

    // When
    var interval = fixed.interval(Duration.ofSeconds(5), 100, drawing(0.5));

    // Then
    assertThat(interval).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "latchkey.pace.from, 0", "latchkey.pace.from, 100", "latchkey.pace.most, 0",
    "latchkey.pace.most, 13", "latchkey.pace.longest, 61s", "latchkey.pace.longest, 1500ms"
  })
  void aSettingOutOfItsBoundsIsRefused(String setting, String value) {
    // Given
    var config = PaceSettings.of(Map.of(setting, value));

    // Then
    assertThatThrownBy(() -> new Pace(config)).hasMessageContaining(setting);
  }

  private static RandomGenerator drawing(double number) {
    return new Random(SEED) {
      private static final long serialVersionUID = 1L;

      @Override
      public double nextDouble() {
        return number;
      }
    };
  }
}
