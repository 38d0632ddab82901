package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StoresAwayTest {

  private @Nullable RealStores stores;

  @AfterEach
  void recovers() {
    stores().redis().thaw();
    stores().postgres().thaw();
    await().atMost(20, SECONDS).untilAsserted(() -> start("tv").statusCode(200));
  }

  @Test
  void aFrozenRedisIsAnswered503InTime() {
    // Given
    stores().redis().freeze();

    // When
    var response = start("tv");

    // Then
    isAway(response);
  }

  @Test
  void aStoppedRedisIsAnswered503AndForgotten() {
    // Given
    stores().redis().kill();

    // When
    var response = start("tv");

    // Then
    stores().redis().restart();
    isAway(response);
  }

  @Test
  void aFullRedisIsAnswered503() {
    // Given
    stores().redis().execute("CONFIG", "SET", "maxmemory", "1");

    // When
    var response = start("tv");

    // Then
    stores().redis().execute("CONFIG", "SET", "maxmemory", "0");
    isAway(response);
  }

  @Test
  void aFrozenPostgresqlIsAnswered503InTime() {
    // Given
    stores().postgres().freeze();

    // When
    var response = start("a-client-that-was-never-asked-for");

    // Then
    isAway(response);
  }

  private static void isAway(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"))
        .time(lessThan(5L), SECONDS);
  }

  private static ValidatableResponse start(String client) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .when()
        .post("/oauth/device/code")
        .then();
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
