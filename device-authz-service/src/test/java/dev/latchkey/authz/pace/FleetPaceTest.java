package dev.latchkey.authz.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FleetPaceTest {

  private static final Duration OWN = Duration.ofSeconds(5);

  private Uni<OptionalInt> pressure = busy();
  private Duration clock = Duration.ZERO;

  private final FleetPace pace =
      new FleetPace(
          () -> Uni.createFrom().deferred(() -> pressure),
          PaceSettings.of(Map.of()),
          () -> clock.toNanos());

  @Test
  void beforeTheFirstLookItIsTheClientsOwn() {
    // When
    var interval = pace.interval(OWN);

    // Then
    assertThat(interval).isEqualTo(OWN);
  }

  @Test
  void itIsLongerWhileTheTokenServiceIsBusy() {
    // Given
    look();

    // When
    var interval = pace.interval(OWN);

    // Then
    assertThat(interval).isGreaterThan(OWN);
  }

  @Test
  void itComesBackWithThePressure() {
    // Given
    look();
    pressure = Uni.createFrom().item(OptionalInt.of(20));
    look();

    // When
    var interval = pace.interval(OWN);

    // Then
    assertThat(interval).isEqualTo(OWN);
  }

  @Test
  void itComesBackWhenNobodyReportsAnyMore() {
    // Given
    look();
    pressure = Uni.createFrom().item(OptionalInt.empty());
    look();

    // When
    var interval = pace.interval(OWN);

    // Then
    assertThat(interval).isEqualTo(OWN);
  }

  @Test
  void itComesBackFiveSecondsAfterRedisWentAway() {
    // Given
    look();
    pressure = Uni.createFrom().failure(new GrantStoreException(new IOException("gone")));
    look();
    var before = pace.interval(OWN);

    // When
    clock = Duration.ofSeconds(5);

    // Then
    assertThat(before).isGreaterThan(OWN);
    assertThat(pace.interval(OWN)).isEqualTo(OWN);
  }

  private void look() {
    pace.look().await().atMost(Duration.ofSeconds(1));
  }

  private static Uni<OptionalInt> busy() {
    return Uni.createFrom().item(OptionalInt.of(100));
  }
}
