package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicasTest {

  private final Replicas replicas = Replicas.at(List.of(1, 2));

  @Test
  void takeTurnsInBeingFirst() {
    // When
    var orders = List.of(replicas.inTurn(), replicas.inTurn(), replicas.inTurn());

    // Then
    assertThat(orders).containsExactlyInAnyOrder(List.of(1, 2), List.of(2, 1), List.of(1, 2));
  }

  @Test
  void thatAreNotReadyAreNotTried() {
    // Given
    replicas.mark(1, false);

    // When
    var orders = List.of(replicas.inTurn(), replicas.inTurn());

    // Then
    assertThat(orders).containsOnly(List.of(2));
  }

  @Test
  void areTriedAgainWhenTheyAreReady() {
    // Given
    replicas.mark(1, false);
    replicas.mark(2, false);

    // When
    replicas.mark(2, true);

    // Then
    assertThat(replicas.inTurn()).containsExactly(2);
  }
}
