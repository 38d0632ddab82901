package dev.latchkey.token.limit;

import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that refresh again and again. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeviceRefreshesTest {

  private static final String NAME = "refreshes-per-device";
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** As the tests' configuration has it. */
  private static final int LIMIT = 1_000;

  /** So many together Redis is told of. */
  private static final int SHARE = 32;

  private static final String TV = "living-room-tv";
  private static final String NO_KEY = "";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @AfterEach
  void goesOn() {
    stores.redis().thaw();
  }

  @Test
  void beyondTheLimitTheAnswerSaysWhenToComeAgain() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    used(device, TV, NO_KEY);

    // When
    var responses = refreshAgain(device, SHARE);

    // Then
    assertThat(responses.subList(0, SHARE - 1)).allSatisfy(each -> each.statusCode(200));
    responses
        .getLast()
        .statusCode(429)
        .header("Cache-Control", "no-store")
        .header("Retry-After", notNullValue())
        .body("error", equalTo("temporarily_unavailable"));
  }

  @Test
  void aDeviceThatIsRefusedKeepsItsSignIn() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    used(device, TV, NO_KEY);
    refreshAgain(device, SHARE + 5);

    // When
    var row = device.read();

    // Then
    assertThat(row.revocation()).isEmpty();
    assertThat(row.generation()).isEqualTo(2);
  }

  @Test
  void refusedRefreshesCountToo() {
    // Given
    var device = StoredFamily.linked(stores, TV).with("revoked_at = now()");
    used(device, TV, NO_KEY);

    // When
    var responses = refreshAgain(device, SHARE);

    // Then
    assertThat(responses.subList(0, SHARE - 1)).allSatisfy(each -> each.statusCode(400));
    responses.getLast().statusCode(429);
  }

  @Test
  void anotherDeviceGoesOn() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    used(device, TV, NO_KEY);
    refreshAgain(device, SHARE).getLast().statusCode(429);

    // When
    var responses = refreshAgain(StoredFamily.linked(stores, TV), SHARE);

    // Then
    responses.getLast().statusCode(200);
  }

  @Test
  void whatAnotherClientUsesUpIsNotTheOwners() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    used(device, "other-tv", NO_KEY);
    for (var time = 0; time < SHARE; time++) {
      refresh(device.token(1), "other-tv");
    }

    // When
    var response = refresh(device.token(1));

    // Then
    response.statusCode(200);
  }

  @Test
  void isAuditedOnceHoweverManyAreRefused() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    used(device, TV, NO_KEY);

    try (var lines = AuditLines.open()) {
      // When
      refreshAgain(device, SHARE + 20);

      // Then
      assertThat(lines.of("limit.reached", "device", device.id().toString()))
          .containsExactly(
              "event=limit.reached client_id=living-room-tv device=%s kind=refresh_device"
                  .formatted(device.id()));
    }
  }

  @Test
  void withoutRedisDevicesGoOnRefreshing() {
    // Given
    var device = StoredFamily.linked(stores, TV);
    stores.redis().freeze();

    // When
    var responses = refreshAgain(device, SHARE + 1);

    // Then
    assertThat(responses).allSatisfy(each -> each.statusCode(200));
  }

  private static List<ValidatableResponse> refreshAgain(StoredFamily device, int times) {
    return Stream.generate(() -> refresh(device.token(1))).limit(times).toList();
  }

  private void used(StoredFamily device, String client, String key) {
    var subject = device.id().toString() + '\0' + client + '\0' + key;
    StoredLimit.used(stores.redis(), NAME, subject, WINDOW, LIMIT);
  }
}
