package dev.latchkey.authz.authorize;

import static dev.latchkey.authz.authorize.DeviceRequests.start;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.authz.switches.Switches;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KillSwitchTest {

  private static final String API = "https://api.example.com/tv";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  @AfterEach
  void release() {
    switches().release();
  }

  static Stream<KillSwitch> whateverConcernsIt() {
    return Stream.of(
        KillSwitch.SERVICE,
        KillSwitch.client("tv"),
        KillSwitch.api(API),
        KillSwitch.scope("watch"));
  }

  @ParameterizedTest
  @MethodSource("whateverConcernsIt")
  void aDeviceIsToldToAskAgainLater(KillSwitch what) {
    // Given
    switches().off(what);

    // When
    var response = start("tv", Map.of("scope", "watch offline_access"));

    // Then
    isPaused(response);
    switches().release();
    start("tv", Map.of("scope", "watch offline_access")).statusCode(200);
  }

  @Test
  void whatElseIsAskedForIsGivenWhileOneScopeIsOff() {
    // Given
    switches().off(KillSwitch.scope("record"));

    // When
    var response = start("tv", Map.of("scope", "watch record"));

    // Then
    response.statusCode(200);
  }

  @ParameterizedTest
  @MethodSource("whateverElseThereIs")
  void otherDevicesGoOn(KillSwitch what) {
    // Given
    switches().off(what);

    // When
    var response = start("tv", Map.of("scope", "watch"));

    // Then
    response.statusCode(200);
  }

  static Stream<KillSwitch> whateverElseThereIs() {
    return Stream.of(
        KillSwitch.client("remote"),
        KillSwitch.api("https://api.example.com/print"),
        KillSwitch.scope("print"));
  }

  @Test
  void aPageThatIsAClientReadsThatItIsForNow() {
    // Given
    switches().off(KillSwitch.client("web-tv"));

    // When
    var response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .header("Origin", "https://tv.example.com")
            .formParam("client_id", "web-tv")
            .when()
            .post("/oauth/device/code")
            .then();

    // Then
    isPaused(response);
    response.header("Access-Control-Allow-Origin", equalTo("https://tv.example.com"));
  }

  private Switches switches() {
    return new Switches(stores, known);
  }

  private static void isPaused(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"))
        .body("error_description", containsString("Switched off for now"));
    assertThat(Integer.parseInt(response.extract().header("Retry-After"))).isBetween(30, 59);
  }
}
