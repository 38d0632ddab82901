package dev.latchkey.oauth.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShedShareTest {

  private static final long LAG = TimeUnit.MILLISECONDS.toNanos(20);
  private static final double STEP = 0.01;

  private final ShedShare share = new ShedShare(LAG);

  @ParameterizedTest(name = "{0} times what can be served")
  @CsvSource({"1.2, 0.17", "2, 0.5", "3, 0.67", "5, 0.8"})
  void whatIsTooMuchIsSentAwayAndTheRestIsInTime(double load, double tooMuch) {
    // Given
    var loop = new Loop(load);

    // When
    loop.run(10);

    // Then
    assertThat(share.value()).isEqualTo(tooMuch, within(0.05));
    assertThat(loop.lateNanos()).isLessThan(TimeUnit.MILLISECONDS.toNanos(10));
  }

  @ParameterizedTest(name = "{0} times what can be served")
  @CsvSource({"2", "3"})
  void afterASecondEverybodyIsAnsweredInTime(double load) {
    // Given
    var loop = new Loop(load);
    loop.run(1);

    // When
    var worst = loop.run(5);

    // Then
    assertThat(worst).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));
  }

  @Test
  void whileTheLoopIsNotTooLateNobodyIsSentAway() {
    // When
    for (var times = 0; times < 1_000; times++) {
      share.observe(LAG, STEP);
    }

    // Then
    assertThat(share.value()).isZero();
  }

  @Test
  void whenTheLoadIsGoneNobodyIsSentAway() {
    // Given
    new Loop(3).run(5);

    // When
    new Loop(0.5).run(4);

    // Then
    assertThat(share.value()).isZero();
  }

  @Test
  void oneStallHoweverLongIsNoOverload() {
    // Given
    share.observe(TimeUnit.SECONDS.toNanos(2), STEP);

    // When
    share.observe(0, STEP);

    // Then
    assertThat(share.value()).isZero();
  }

  @Test
  void somebodyIsAlwaysServed() {
    // When
    for (var times = 0; times < 1_000; times++) {
      share.observe(TimeUnit.SECONDS.toNanos(1), STEP);
    }

    // Then
    assertThat(share.value()).isEqualTo(0.95);
  }

  /** An event loop as a queue: work comes in proportion to the load, and some is sent away. */
  private final class Loop {

    private final double load;
    private double queuedSeconds;

    Loop(double load) {
      this.load = load;
    }

    /** Lets so many seconds pass; answers how late the loop was at worst. */
    long run(double seconds) {
      var worst = 0L;
      for (var time = 0.0; time < seconds; time += STEP) {
        queuedSeconds = Math.max(0, queuedSeconds + STEP * (load * (1 - share.value()) - 1));
        share.observe(lateNanos(), STEP);
        worst = Math.max(worst, lateNanos());
      }
      return worst;
    }

    long lateNanos() {
      return Math.round(queuedSeconds * 1e9);
    }
  }
}
