package dev.latchkey.oauth.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CountsTest {

  private enum Weather {
    RAIN,
    CLEAR_SKY
  }

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Counts<Weather> days =
      new Counts<>(registry, "latchkey.days", "Days", "weather", Weather.class);

  @Test
  void everyOutcomeIsThereBeforeItHappens() {
    // Then
    assertThat(days("rain")).isZero();
    assertThat(days("clear_sky")).isZero();
  }

  @Test
  void eachIsCountedByItself() {
    // When
    days.add(Weather.CLEAR_SKY);

    // Then
    assertThat(days("rain")).isZero();
    assertThat(days("clear_sky")).isEqualTo(1);
  }

  private double days(String weather) {
    return registry.get("latchkey.days").tag("weather", weather).counter().count();
  }
}
