package dev.latchkey.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    // Given
    var figures = List.of(9.0, 1.0, 2.0);

    // When
    var spread = Spread.of(figures);

    // Then
    assertThat(spread).isEqualTo(new Spread(2, 1, 9));
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    // Given
    var figures = List.of(4.0, 1.0, 2.0, 9.0);

    // When
    var spread = Spread.of(figures);

    // Then
    assertThat(spread).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void nothingHasNoMedian() {
    // Given
    var figures = List.<Double>of();

    // When / Then
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(figures));
  }
}
