package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 5s", "2, 10s", "3, 20s", "9, 1280s", "10, 2560s", "11, 1h", "80, 1h"})
  void isTwiceAsLongEachTimeToAnHour(int attempt, String longest) {
    // When
    var pause = Backoff.after(attempt, 1);

    // Then
    assertThat(pause).isEqualTo(Duration.parse("PT" + longest));
  }

  @Test
  void whatFailedTogetherDoesNotComeTogetherAgain() {
    // When
    var earliest = Backoff.after(1, 0);
    var latest = Backoff.after(1, 0.999);

    // Then
    assertThat(earliest).isEqualTo(Duration.ofMillis(2_500));
    assertThat(latest).isBetween(Duration.ofMillis(4_990), Duration.ofSeconds(5));
  }
}
