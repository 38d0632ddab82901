package dev.latchkey.oauth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

  private final Repetitions repetitions = new Repetitions();

  @Test
  void theFirstIsNewAndWhatComesAgainIsNot() {
    // When
    var answers =
        List.of(
            repetitions.isNew(List.of("grant", "expired")),
            repetitions.isNew(List.of("grant", "expired")),
            repetitions.isNew(List.of("grant", "denied")));

    // Then
    assertThat(answers).containsExactly(true, false, true);
  }
}
