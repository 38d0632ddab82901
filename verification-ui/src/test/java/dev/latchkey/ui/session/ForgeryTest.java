package dev.latchkey.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ForgeryTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  private Device device;
  private Map<String, String> denial = Map.of();

  @BeforeEach
  void aConfirmPageIsOpen() {
    device = Device.asks(stores);
    denial = new LinkedHashMap<>(Phone.hidden(phone.open(device.completeUri()), "/device/confirm"));
    denial.put("decision", "deny");
  }

  @Test
  void aFormWithoutTheTokenIsRefused() {
    // Given
    denial.remove("csrf");

    // When
    var page = phone.post("/device/confirm", denial);

    // Then
    page.then().statusCode(403).body(containsString("Reload and try again"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aFormWithAnotherTokenIsRefused(String token) {
    // Given
    denial.put("csrf", token);

    // When
    var page = phone.post("/device/confirm", denial);

    // Then
    page.then().statusCode(403);
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void theTokenOfAnotherSessionIsRefused() {
    // Given
    denial.put("csrf", Phone.hidden(new Phone().open("/device"), "/device").get("csrf"));

    // When
    var page = phone.post("/device/confirm", denial);

    // Then
    page.then().statusCode(403);
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void aFormWithoutASessionIsRefused() {
    // When
    var page = new Phone().post("/device/confirm", denial);

    // Then
    page.then().statusCode(403);
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @ParameterizedTest(name = "Sec-Fetch-Site: {0}, Origin: {1}")
  @CsvSource({
    "cross-site,  https://evil.example",
    "cross-site,  null",
    "cross-site,  http://localhost:8080",
    "same-site,   http://localhost:8080",
    "none,        http://localhost:8080",
    "none,        ''",
    "same-origin, https://evil.example",
    "'',          https://evil.example",
    "'',          http://localhost:8081",
    "'',          https://localhost:8080"
  })
  void aFormOfAnotherSiteIsRefused(String site, String origin) {
    // When
    var page = sentFrom(site, origin);

    // Then
    page.then().statusCode(403).body(containsString("did not come from this site"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  /** Browsers send "null" for our own forms, because of our own Referrer-Policy; so do old ones. */
  @ParameterizedTest(name = "Sec-Fetch-Site: {0}, Origin: {1}")
  @CsvSource({
    "same-origin, http://localhost:8080",
    "same-origin, null",
    "same-origin, ''",
    "'',          http://localhost:8080",
    "'',          null",
    "'',          ''"
  })
  void aFormOfOursIsTaken(String site, String origin) {
    // When
    var answer = sentFrom(site, origin);

    // Then
    answer.then().statusCode(303);
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void aWithheldOriginDoesNotReplaceTheToken() {
    // Given
    denial.remove("csrf");

    // When
    var page = sentFrom("", "null");

    // Then
    page.then().statusCode(403).body(containsString("Reload and try again"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  private Response sentFrom(String site, String origin) {
    var request =
        RestAssured.given()
            .redirects()
            .follow(false)
            .cookie("latchkey", phone.cookie("latchkey"))
            .contentType("application/x-www-form-urlencoded")
            .formParams(denial);
    if (!site.isEmpty()) {
      request.header("Sec-Fetch-Site", site);
    }
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return request.post("/device/confirm");
  }
}
