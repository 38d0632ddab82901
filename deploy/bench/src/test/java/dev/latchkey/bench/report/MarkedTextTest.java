package dev.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MarkedTextTest {

  private static final MarkedText PAGE =
      new MarkedText(
          "bench",
          """
          By hand.
          <!-- bench:begin cost -->
          old
          <!-- bench:end cost -->
          By hand, too.
          """);

  @Test
  void replacesAPartAndNothingElse() {
    // Given
    var once = PAGE.with("cost", "new");

    // When
    var twice = once.with("cost", "newer\n");

    // Then
    assertThat(twice.text())
        .isEqualTo(
            """
            By hand.
            <!-- bench:begin cost -->

            newer

            <!-- bench:end cost -->
            By hand, too.
            """);
  }

  @Test
  void writesNowhereIfThereIsNoPlace() {
    // Given
    var page = new MarkedText("bench", "By hand. <!-- bench:begin cost -->");

    // When
    var writing = assertThatIllegalStateException().isThrownBy(() -> page.with("cost", "new"));

    // Then
    writing.withMessageContaining("bench:end cost");
  }
}
