package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

@ExtendWith(Latchkey.class)
@Isolated
class KillSwitchTest {

  private static final String CLIENT = "paused-tv";
  private static final int DEVICES = 200;
  private static final Duration PACE = Duration.ofSeconds(2);

  /** From the change of the file on. */
  private static final Duration AT_MOST = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @AfterEach
  void asItWas() {
    TestRegistry.restore();
  }

  @Test
  void withinTenSecondsNobodyIsServedAnyMoreAndAfterwardsAllGoOnAsBefore(Tv any) {
    // Given
    var otto = Phone.of("otto", "thrower-of-switches");
    var tv = any.of(CLIENT);
    var fleet = WaitingFleet.of(DEVICES, tv, otto);
    var unopened = tv.start();
    var thrown = new AtomicReference<>(Instant.MAX);
    var last = new AtomicReference<>(Instant.MAX);
    var page = new AtomicReference<>("");

    // When
    fleet.askEvery(
        PACE,
        () -> {
          await().atMost(PATIENCE).until(() -> fleet.allServedSince(Instant.EPOCH));
          thrown.set(Instant.now());
          switchOff();
          await()
              .atMost(PATIENCE)
              .until(() -> fleet.lastServed().isBefore(Instant.now().minus(PACE.multipliedBy(2))));
          last.set(fleet.lastServed());
          page.set(otto.open(unopened.completePage()).body());
          var released = Instant.now();
          TestRegistry.restore();
          await().atMost(PATIENCE).until(() -> fleet.allServedSince(released));
        });

    // Then
    assertThat(Duration.between(thrown.get(), last.get())).isLessThan(AT_MOST);
    assertThat(page.get()).contains("Paused for now");
    assertThat(fleet.failures()).isEmpty();
    assertThat(fleet.errors())
        .containsExactlyInAnyOrder(
            "none", "authorization_pending", "slow_down", "temporarily_unavailable");
  }

  private static void switchOff() {
    try {
      TestRegistry.switchOff(CLIENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
