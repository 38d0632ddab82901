package dev.latchkey.oauth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @Test
  void isANumberAndATime() {
    // When
    var rate = Rate.valueOf(" 10 / 5m ");

    // Then
    assertThat(rate).isEqualTo(new Rate(10, Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "ten/10m", "0/10m", "10/", "10/0s"})
  void whatIsNoRateIsRefused(String text) {
    assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
