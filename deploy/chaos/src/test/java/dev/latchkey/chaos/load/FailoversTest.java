package dev.latchkey.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailoversTest {

  private final Failovers failovers = new Failovers();

  @Test
  void forgetTheLastMomentsBeforeTheirBeginning() {
    // Given
    var just = System.nanoTime();

    // When
    failovers.mark(true);
    failovers.mark(false);

    // Then
    assertThat(failovers.mayForget(just)).isTrue();
  }

  @Test
  void forgetNothingOlder() {
    // Given
    var earlier = System.nanoTime() - Duration.ofSeconds(3).toNanos();

    // When
    failovers.mark(true);
    failovers.mark(false);

    // Then
    assertThat(failovers.mayForget(earlier)).isFalse();
    assertThat(failovers.since(earlier)).isTrue();
  }

  @Test
  void forgetNothingThatCameAfterTheirEnd() {
    // Given
    failovers.mark(true);
    failovers.mark(false);

    // When
    var later = System.nanoTime() + 1;

    // Then
    assertThat(failovers.mayForget(later)).isFalse();
    assertThat(failovers.since(later)).isFalse();
  }

  @Test
  void anEarlierOneIsRememberedWhenThereIsAnother() {
    // Given
    var just = System.nanoTime();
    failovers.mark(true);
    failovers.mark(false);

    // When
    failovers.mark(true);

    // Then
    assertThat(failovers.mayForget(just)).isTrue();
  }
}
