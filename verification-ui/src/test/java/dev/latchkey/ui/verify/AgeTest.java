package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "-3,   Less than a minute ago",
    "0,    Less than a minute ago",
    "59,   Less than a minute ago",
    "60,   1 min ago",
    "150,  2 min ago",
    "3600, 1 h ago",
    "9000, 2 h ago"
  })
  void saysItInWords(long seconds, String words) {
    // When
    var age = Age.of(Duration.ofSeconds(seconds));

    // Then
    assertThat(age).isEqualTo(words);
  }
}
