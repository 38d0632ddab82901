package dev.latchkey.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void aFenceOfAGrantThatNobodyHasIsAViolation() {
    // Given
    var audit = new Audit(Map.of("stranger", new Fence("device", false)), Set.of());

    // When
    var balance = Balance.of(List.of(), audit, List.of());

    // Then
    assertThat(balance.violations()).singleElement().asString().contains("stranger");
  }

  @Test
  void whatDevicesComplainedOfIsAViolation() {
    // Given
    var audit = new Audit(Map.of(), Set.of());

    // When
    var balance = Balance.of(List.of(), audit, List.of("a device was logged out"));

    // Then
    assertThat(balance.violations()).containsExactly("a device was logged out");
  }
}
