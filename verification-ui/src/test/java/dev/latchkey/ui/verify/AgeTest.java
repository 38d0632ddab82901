package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "-3,   Less than a minute ago",
    "0,    Less than a minute ago",
    "59,   Less than a minute ago",
    "60,   1 minute ago",
    "150,  2 minutes ago",
    "3600, 1 hour ago",
    "9000, 2 hours ago"
  })
  void saysItInWords(long seconds, String words) {
    // When
    var age = Age.of(Duration.ofSeconds(seconds));

    // Then
    assertThat(age).isEqualTo(words);
  }
}
