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
    var judgement = new Judgement(Map.of("stranger", new Fence("device", false)), Set.of());

    // When
    var balance = Balance.of(List.of(), judgement, List.of());

    // Then
    assertThat(balance.violations()).singleElement().asString().contains("stranger");
  }

  @Test
  void whatDevicesComplainedOfIsAViolation() {
    // Given
    var judgement = new Judgement(Map.of(), Set.of());

    // When
    var balance = Balance.of(List.of(), judgement, List.of("a device was logged out"));

    // Then
    assertThat(balance.violations()).containsExactly("a device was logged out");
  }
}
