package dev.latchkey.token.refresh;

import static dev.latchkey.token.Device.refresh;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Device;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed while devices rotate: each still gets on with the token it holds. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KilledPostgresTest {

  private static final int DEVICES = 120;
  private static final int TOGETHER = 8;

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores());
  }

  @Test
  void noDeviceIsLost() throws InterruptedException {
    // Given
    var devices =
        Stream.generate(() -> new Holder(StoredFamily.linked(stores(), "living-room-tv")))
            .limit(DEVICES)
            .toList();
    refresh(devices.getFirst().held);

    // When
    refreshWhilePostgresqlIsKilled(devices);
    devices.forEach(device -> device.family.age(Duration.ofDays(1)));

    // Then
    assertThat(devices).anyMatch(device -> device.status == 200);
    assertThat(devices).anyMatch(device -> device.status == 503);
    for (var device : devices) {
      await().atMost(15, SECONDS).untilAsserted(() -> refresh(device.held).statusCode(200));
    }
  }

  private void refreshWhilePostgresqlIsKilled(List<Holder> devices) throws InterruptedException {
    var underWay = new CountDownLatch(DEVICES / 4);
    try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
      var all =
          devices.stream()
              .map(device -> CompletableFuture.runAsync(() -> device.refresh(underWay), threads))
              .toList();
      underWay.await();
      stores().postgres().stop();
      all.forEach(CompletableFuture::join);
    }
    stores().postgres().restart();
  }

  /** A device and the token that it holds: the last that reached it. */
  private static final class Holder {

    private final StoredFamily family;
    private volatile String held;
    private volatile int status;

    Holder(StoredFamily family) {
      this.family = family;
      this.held = family.token(1);
    }

    void refresh(CountDownLatch underWay) {
      underWay.countDown();
      var answer = Device.refresh(held).extract();
      status = answer.statusCode();
      if (status == 200) {
        held = answer.path("refresh_token");
      } else {
        assertThat(status).isEqualTo(503);
      }
    }
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
