package dev.latchkey.oauth.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverloadLogTest {

  private final OverloadLog log = new OverloadLog();

  @Test
  void withoutAnOverloadNoneEnds() {
    // When
    var ended = IntStream.range(0, 100).anyMatch(second -> log.second());

    // Then
    assertThat(ended).isFalse();
  }

  @Test
  void itEndsAfterFiveSecondsInWhichAllWereServed() {
    // Given
    log.refused();
    log.second();

    // When
    var seconds = IntStream.rangeClosed(1, 100).filter(second -> log.second()).toArray();

    // Then
    assertThat(seconds).containsExactly(5);
  }

  @Test
  void oneThatComesBackSoonHasNotEnded() {
    // Given
    log.refused();

    // When
    var ended =
        IntStream.range(0, 100)
            .anyMatch(
                second -> {
                  if (second % 4 == 0) {
                    log.refused();
                  }
                  return log.second();
                });

    // Then
    assertThat(ended).isFalse();
  }
}
