package dev.latchkey.oauth.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessLoadTest {

  private long clock;
  private Duration used = Duration.ofSeconds(7);

  private final ProcessLoad load = new ProcessLoad(4, Duration.ofSeconds(7), 0);

  @Test
  void itIsTheShareOfAllProcessors() {
    // When
    run(30, Duration.ofSeconds(3));

    // Then
    assertThat(load.share()).isEqualTo(0.75, within(0.01));
  }

  @Test
  void aMomentsWorkIsNoLoad() {
    // When
    run(1, Duration.ofSeconds(4));

    // Then
    assertThat(load.share()).isLessThan(0.5);
  }

  @Test
  void whatIsNotToldIsNone() {
    // Given
    run(30, Duration.ofSeconds(4));

    // When
    run(30, Duration.ZERO);

    // Then
    assertThat(load.share()).isEqualTo(0, within(0.01));
  }

  @Test
  void theSystemTellsHowMuchWeUse() {
    // Given
    var ours = new ProcessLoad();

    // When
    ours.sample();

    // Then
    assertThat(ours.share()).isBetween(0.0, 1.0);
  }

  private void run(int seconds, Duration usedPerSecond) {
    for (var second = 1; second <= seconds; second++) {
      clock += Duration.ofSeconds(1).toNanos();
      used = used.plus(usedPerSecond);
      load.sample(used, clock);
    }
  }
}
