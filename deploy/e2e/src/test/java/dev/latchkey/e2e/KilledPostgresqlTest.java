package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

@ExtendWith(Latchkey.class)
@Isolated
class KilledPostgresqlTest {

  private static final int DEVICES = 50;
  private static final int KILLS = 2;
  private static final Duration PACE = Duration.ofMillis(100);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @Test
  void killingItInTheMiddleOfRotationsLosesNoDevice(LocalSystem system, Tables tables, Tv tv) {
    // Given
    var fleet = Fleet.of(DEVICES, tv, tv);

    // When
    for (var i = 0; i < KILLS; i++) {
      letAllRotate(tables);
      killWhileRotating(system, fleet);
    }

    // Then
    assertThat(fleet.failures()).isEmpty();
    assertThat(fleet.refresh()).hasSize(DEVICES).allMatch(Answer::hasTokens);
    assertThat(revoked(tables)).isEqualTo("0");
  }

  /** A device rotates at most once a minute. */
  private static void letAllRotate(Tables tables) {
    tables.change(
        "update issued.linked_device set rotated_at = rotated_at - interval '2 minutes'"
            + " where client_id = ?",
        Fleet.CLIENT);
  }

  private static void killWhileRotating(LocalSystem system, Fleet fleet) {
    fleet.forget();
    fleet.refreshEvery(
        PACE,
        () -> {
          await().atMost(RECOVERY).pollInterval(Duration.ofMillis(1)).until(() -> some(fleet));
          system.part(Part.POSTGRES).kill();
          await().atMost(RECOVERY).until(() -> anyIsTurnedAway(fleet));
          system.part(Part.POSTGRES).start();
          fleet.forget();
          await().atMost(RECOVERY).until(fleet::allRefreshed);
        });
  }

  private static boolean anyIsTurnedAway(Fleet fleet) {
    return fleet.answers().stream().anyMatch(answer -> answer.status() == 503);
  }

  private static boolean some(Fleet fleet) {
    return fleet.answers().size() > DEVICES / 5;
  }

  private static String revoked(Tables tables) {
    return tables.value(
        "select count(*) from issued.linked_device where revoked_at is not null and client_id = ?",
        Fleet.CLIENT);
  }
}
