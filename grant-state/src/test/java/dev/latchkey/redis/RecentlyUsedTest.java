package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

  private final RecentlyUsed<String, String> entries = new RecentlyUsed<>(2);

  @Test
  void forgetsWhatWasNotUsedForLongest() {
    // Given
    entries.put("a", "1");
    entries.put("b", "2");
    entries.get("a");

    // When
    entries.put("c", "3");

    // Then
    assertThat(entries.get("a")).isEqualTo("1");
    assertThat(entries.get("b")).isNull();
    assertThat(entries.get("c")).isEqualTo("3");
  }
}
