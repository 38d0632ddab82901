package dev.latchkey.ui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Stops the real servers: nothing is decided by it, and nothing has to be restarted. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StoresAwayTest {

  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final long IN_TIME_MILLIS = 4_000;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void withRedisFrozenThePageSaysTryAgainAndTheDeviceStaysPending() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());

    // When
    var answer =
        during(stores.redis()::freeze, () -> phone.confirm(confirm, "deny"), stores.redis()::thaw);

    // Then
    tryAgain(answer);
    assertThat(device.state()).isEqualTo("PENDING");
    eventually(303, () -> phone.confirm(confirm, "deny"));
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void withPostgresFrozenThePageSaysTryAgainAndTheDeviceStaysPending() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var answer =
        during(
            stores.postgres()::freeze,
            () -> phone.consent(consent, "approve"),
            stores.postgres()::thaw);

    // Then
    tryAgain(answer);
    assertThat(device.state()).isEqualTo("PENDING");
    eventually(303, () -> phone.consent(consent, "approve"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void withPostgresFrozenACodeCanStillBeEnteredAndDenied() {
    // Given
    var device = Device.asks(stores);

    // When
    var answer =
        during(
            stores.postgres()::freeze,
            () -> phone.confirm(phone.open(device.completeUri()), "deny"),
            stores.postgres()::thaw);

    // Then
    answer.then().statusCode(303);
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void anOutageIsNotAWrongPassword() {
    // Given
    var login = phone.open("/login");

    // When
    var answer =
        during(
            stores.postgres()::freeze,
            () -> phone.signIn(login, "alice", "wonderland"),
            stores.postgres()::thaw);

    // Then
    tryAgain(answer);
    eventually(303, () -> phone.signIn(login, "alice", "wonderland"));
  }

  @Test
  void aRestartOfRedisNeedsNoRestartOfOurs() {
    // Given
    phone.open("/device").then().statusCode(200);

    // When
    stores.redis().restart();

    // Then
    eventually(200, () -> new Phone().open("/device"));
  }

  @Test
  void aRestartOfPostgresNeedsNoRestartOfOurs() {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    stores.postgres().restart();

    // Then
    eventually(303, () -> phone.signIn(phone.open("/login"), "alice", "wonderland"));
  }

  private static Response during(Runnable freeze, Supplier<Response> request, Runnable thaw) {
    freeze.run();
    try {
      return request.get();
    } finally {
      thaw.run();
    }
  }

  private static void tryAgain(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("[5-9]"))
        .header("Cache-Control", equalTo("no-store"))
        .time(lessThan(IN_TIME_MILLIS))
        .body(containsString("Try again in a moment"));
  }

  private static void eventually(int status, Supplier<Response> request) {
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> assertThat(request.get().statusCode()).isEqualTo(status));
  }
}
