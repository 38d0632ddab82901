package dev.latchkey.fleet.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerWheelTest {

  private static final long MILLI = 1_000_000;

  private final TimerWheel wheel = new TimerWheel();
  private final List<Long> rung = new ArrayList<>();

  @Test
  void ringsNeverEarlyAndInOrder() {
    // Given
    var random = new Random(1);
    for (var i = 0; i < 10_000; i++) {
      wheel.schedule(random.nextLong(Duration.ofMinutes(1).toNanos()), rung::add);
    }

    // When
    for (var now = 0L; now <= Duration.ofMinutes(1).toNanos(); now += 3 * MILLI + 7) {
      var limit = now;
      var before = rung.size();
      wheel.advance(now);
      assertThat(rung.subList(before, rung.size())).allMatch(due -> due <= limit);
    }

    // Then
    assertThat(rung).hasSizeGreaterThan(9_990).isSorted();
  }

  @Test
  void anAlarmForThePastRingsAtTheNextTick() {
    // Given
    wheel.advance(10 * MILLI);
    wheel.schedule(3 * MILLI, rung::add);

    // When
    wheel.advance(11 * MILLI);

    // Then
    assertThat(rung).containsExactly(11 * MILLI);
  }

  @Test
  void anAlarmMayScheduleAnother() {
    // Given
    wheel.schedule(MILLI, due -> wheel.schedule(due + 20_000 * MILLI, rung::add));

    // When
    wheel.advance(30_000 * MILLI);

    // Then
    assertThat(rung).containsExactly(20_001 * MILLI);
  }

  @Test
  void aCancelledAlarmDoesNotRing() {
    // Given
    var alarm = wheel.schedule(MILLI, rung::add);
    alarm.cancel();

    // When
    wheel.advance(2 * MILLI);

    // Then
    assertThat(rung).isEmpty();
  }
}
