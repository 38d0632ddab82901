package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestraintTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final Restraint pace = new Restraint(16, nanos::get);

  @Test
  void whoTakesWhatIsSentGetsAllThatMayBeSentAtOnce() {
    // When
    pace.gotThrough();

    // Then
    assertThat(pace.places()).isEqualTo(16);
  }

  @Test
  void whoTakesNothingIsTriedLessAndLessOftenWithOneEvent() {
    // Given
    var pauses = new ArrayList<Long>();

    // When
    for (var i = 0; i < 8; i++) {
      pace.wasInVain();
      pauses.add(secondsUntilOneMayBeSent());
    }

    // Then
    assertThat(pauses).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L));
  }

  @Test
  void theFirstThatGetsThroughOpensItAgain() {
    // Given
    pace.wasInVain();
    pace.wasInVain();

    // When
    pace.gotThrough();

    // Then
    assertThat(pace.places()).isEqualTo(16);
    assertThat(pace.isProbing()).isFalse();
  }

  private long secondsUntilOneMayBeSent() {
    var seconds = 0L;
    while (pace.places() == 0) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      seconds++;
    }
    assertThat(pace.places()).isEqualTo(1);
    return seconds;
  }
}
