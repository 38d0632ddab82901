package dev.latchkey.authz.pace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a new device is told while pods of token-service report how busy they are. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class BusyTokenServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void nobodyReports() {
    stores.redis().execute("DEL", "poll-pressure");
    await().atMost(PATIENCE).until(() -> interval(start()) == 7);
  }

  @Test
  void theIntervalOfANewDeviceIsLongerAndSoIsThatOfItsGrant() {
    // When
    report(100);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var answer = start();
              assertThat(interval(answer)).isBetween(28, 34);
              assertThat(stored(answer)).isEqualTo(interval(answer) * 1_000);
            });
  }

  @Test
  void theIntervalComesBackWhenThePressureDoes() {
    // Given
    report(100);
    await().atMost(PATIENCE).until(() -> interval(start()) > 7);

    // When
    report(60);

    // Then
    await().atMost(PATIENCE).until(() -> interval(start()) == 7);
  }

  /** In the future, as far as that counts, so that it need not be repeated. */
  private void report(int percent) {
    var at = stores.redis().now().plus(Duration.ofMillis(4_500)).toEpochMilli();
    stores.redis().execute("HSET", "poll-pressure", "a-pod", percent + " " + at);
  }

  private int stored(ExtractableResponse<Response> answer) {
    var code = new DeviceCode(answer.path("device_code"));
    return Integer.parseInt(
        StoredGrant.read(stores.redis(), code).getOrDefault("interval", "5000"));
  }

  private static int interval(ExtractableResponse<Response> answer) {
    return answer.path("interval");
  }

  private static ExtractableResponse<Response> start() {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", "remote")
        .when()
        .post("/oauth/device/code")
        .then()
        .statusCode(200)
        .extract();
  }
}
