package dev.latchkey.chaos.stand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnacknowledgedTest {

  @Test
  void areTheGrantsThatTheLogNames() {
    // Given
    var log =
        """
        2026-11-22 10:00:00,000 WARN  [dev.lat.red.LuaScript] (loop-1) decide: 0 of 1 replicas had it in time: grant:{abc-_1}
        2026-11-22 10:00:01,000 WARN  [dev.lat.red.LuaScript] (loop-1) something else: grant:{other}
        """;

    // When
    var grants = Unacknowledged.in(log);

    // Then
    assertThat(grants).containsExactly("abc-_1");
  }
}
