package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices wish for their person, and what clients demand of him. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PersonWishesTest {

  private @Nullable RealStores stores;

  @Test
  void aGrantKeepsHowThePersonIsToBeMet() {
    // When
    var response =
        start(
            "tv",
            Map.of(
                "ui_locales", "de-AT en",
                "login_hint", "alice@example.com",
                "idp_hint", "corporate",
                "acr_values", "mfa pwd",
                "max_age", "300"));

    // Then
    response.statusCode(200);
    assertThat(grant(response))
        .containsEntry("ui_locales", "de-AT en")
        .containsEntry("login_hint", "alice@example.com")
        .containsEntry("idp_hint", "corporate")
        .containsEntry("acr_values", "mfa pwd")
        .containsEntry("max_age", "300");
  }

  @Test
  void aGrantKeepsWhatItsClientDemands() {
    // When
    var response = start("careful-tv", Map.of("confirmation", "number"));

    // Then
    response.statusCode(200);
    assertThat(grant(response))
        .containsEntry("client_logo", "lpHjhWy0jKJZ7s2X3PLGCj")
        .containsEntry("first_party", "1")
        .containsEntry("typed_code", "1")
        .containsEntry("networks", "10.20.0.0/16")
        .containsEntry("same_network", "1")
        .containsEntry("groups", "night staff")
        .containsEntry("confirmation", "number");
  }

  @Test
  void aGrantHasTheWordsOfTheScopesThatAreAskedForInEachLanguage() {
    // When
    var response = start("tv", Map.of("scope", "watch"));

    // Then
    response.statusCode(200);
    assertThat(grant(response))
        .containsEntry(
            "scope_words", "watch de Ihre Sendungen ansehen\nwatch en Watch your programmes");
  }

  @Test
  void aCodeThatHasToBeTypedHasNoAddressOfItsOwn() {
    // When
    var response = start("careful-tv", Map.of("confirmation", "number"));

    // Then
    response
        .body("keySet()", not(hasItem("verification_uri_complete")))
        .statusCode(200)
        .body("verification_uri", equalTo("http://localhost:8080/device"))
        .body("message", containsString("http://localhost:8080/device "))
        .body("message", matchesPattern(".*[A-Z]{4}-[A-Z]{4}.*"));
  }

  @Test
  void aDeviceThatOffersTheNumberIsAskedForIt() {
    // When
    var response = start("tv", Map.of("confirmation", "number"));

    // Then
    response.statusCode(200).body("confirmation", equalTo("number"));
    assertThat(grant(response)).containsEntry("confirmation", "number");
  }

  @Test
  void aDeviceThatDoesNotOfferTheNumberIsNot() {
    // When
    var response = start("tv", Map.of());

    // Then
    response.statusCode(200).body("confirmation", equalTo(null));
    assertThat(grant(response)).doesNotContainKey("confirmation");
  }

  @Test
  void aClientThatNeedsTheNumberIsToldSo() {
    // When
    var response = start("careful-tv", Map.of());

    // Then
    isInvalid(response, "must send confirmation=number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Number", "pin", "number number"})
  void anotherConfirmationIsRefused(String confirmation) {
    // When
    var response = start("tv", Map.of("confirmation", confirmation));

    // Then
    isInvalid(response, "can only be number");
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource({
    "de,fr,Öffnen Sie",
    "zh,fr;q=0.5,Sur votre téléphone",
    "'','es, de;q=0.9',En tu teléfono",
    "pt,'',No celular",
    "ja,'',スマートフォン",
    "ar-EG,'',افتح",
    "zh,nl,On your phone"
  })
  void theMessageIsInTheDevicesLanguage(String uiLocales, String acceptLanguage, String beginning) {
    // Given
    var request =
        given()
            .contentType("application/x-www-form-urlencoded")
            .header("Accept-Language", acceptLanguage)
            .formParam("client_id", "tv")
            .formParam("ui_locales", uiLocales);

    // When
    var response = request.when().post("/oauth/device/code").then();

    // Then
    response.statusCode(200).body("message", startsWith(beginning));
  }

  private static void isInvalid(ValidatableResponse response, String words) {
    response
        .statusCode(400)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"))
        .body("error_description", containsString(words));
  }

  private static ValidatableResponse start(String client, Map<String, String> parameters) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .formParams(parameters)
        .when()
        .post("/oauth/device/code")
        .then();
  }

  /** With its terms. */
  private Map<String, String> grant(ValidatableResponse response) {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    var code = new DeviceCode(response.extract().path("device_code"));
    var all = new HashMap<>(StoredGrant.read(stores.redis(), code));
    all.putAll(StoredGrant.terms(stores.redis(), code));
    return all;
  }
}
