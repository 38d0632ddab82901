package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeviceAuthorizationTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TV_API = "https://api.example.com/tv";

  @Test
  void givesADeviceItsCodes() {
    // Given
    var request = form().formParam("client_id", "tv").formParam("scope", "openid watch");

    // When
    var response = post(request);

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("device_code", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("user_code", matchesPattern("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"))
        .body("verification_uri", equalTo("http://localhost:8080/device"))
        .body("expires_in", equalTo(600))
        .body("interval", equalTo(5));
    String code = response.extract().path("user_code");
    response
        .body(
            "verification_uri_complete", equalTo("http://localhost:8080/device?user_code=" + code))
        .body("message", containsString("http://localhost:8080/device"))
        .body("message", containsString(code));
  }

  @Test
  void usesTheFormatAndLifetimesOfTheClient() {
    // When
    var response = post(form().formParam("client_id", "remote"));

    // Then
    response
        .statusCode(200)
        .body("user_code", matchesPattern("[0-9]{3} [0-9]{3} [0-9]{3}"))
        .body("verification_uri_complete", not(containsString(" ")))
        .body("expires_in", equalTo(90))
        .body("interval", equalTo(7));
  }

  @Test
  void answersUnderTheSecondPathToo() {
    // When
    var response =
        form().formParam("client_id", "tv").when().post("/oauth2/device_authorize").then();

    // Then
    response.statusCode(200).body("device_code", notNullValue());
  }

  @Test
  void takesAConfidentialClientByItsRegisteredMethod() {
    // Given
    var request =
        form().auth().preemptive().basic("printer", "a-secret-of-more-than-24-characters");

    // When
    var response = post(request);

    // Then
    response.statusCode(200);
  }

  @Test
  void ignoresParametersItDoesNotKnowAndEmptyOnes() {
    // Given
    var request =
        form()
            .formParam("client_id", "tv")
            .formParam("scope", "")
            .formParam("audience", "")
            .formParam("something", "else");

    // When
    var response = post(request);

    // Then
    response.statusCode(200);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("nothing at all", Map.of(), 400, "invalid_request"),
        refused("unknown client", Map.of("client_id", "nobody"), 401, "invalid_client"),
        refused("stopped client", Map.of("client_id", "stopped"), 401, "invalid_client"),
        refused(
            "public client with a secret",
            Map.of("client_id", "tv", "client_secret", "x"),
            401,
            "invalid_client"),
        refused("no authentication", Map.of("client_id", "printer"), 401, "invalid_client"),
        refused("no device grant", Map.of("client_id", "backend"), 400, "unauthorized_client"),
        refused("unknown scope", Map.of("client_id", "tv", "scope", "fly"), 400, "invalid_scope"),
        refused(
            "scope of another API",
            Map.of("client_id", "tv", "scope", "print"),
            400,
            "invalid_scope"),
        refused(
            "unreadable scope", Map.of("client_id", "tv", "scope", "a\"b"), 400, "invalid_scope"),
        refused(
            "an API that the client is not registered for",
            Map.of("client_id", "tv", "audience", "https://api.example.com/print"),
            400,
            "invalid_target"),
        refused(
            "unknown audience",
            Map.of("client_id", "tv", "audience", "https://nowhere"),
            400,
            "invalid_target"),
        refused(
            "unknown resource",
            Map.of("client_id", "tv", "resource", "https://nowhere"),
            400,
            "invalid_target"),
        refused(
            "two resources",
            Map.of("client_id", "tv", "resource", List.of(TV_API, "https://other")),
            400,
            "invalid_target"),
        refused(
            "audience and resource differ",
            Map.of("client_id", "tv", "resource", TV_API, "audience", "https://other"),
            400,
            "invalid_target"),
        refused(
            "scope twice",
            Map.of("client_id", "tv", "scope", List.of("watch", "record")),
            400,
            "invalid_request"),
        refused(
            "device name too long",
            Map.of("client_id", "tv", "device_name", "x".repeat(65)),
            400,
            "invalid_request"),
        refused(
            "device name in two lines",
            Map.of("client_id", "tv", "device_name", "TV\u2028exe"),
            400,
            "invalid_request"));
  }

  private static Arguments refused(
      String what, Map<String, ?> parameters, int status, String error) {
    return Arguments.arguments(what, parameters, status, error);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("refusals")
  void namesTheReason(String what, Map<String, ?> parameters, int status, String error) {
    // Given
    var request = form();
    parameters.forEach(
        (name, value) -> {
          if (value instanceof List<?> values) {
            request.formParam(name, values);
          } else {
            request.formParam(name, value);
          }
        });

    // When
    var response = post(request);

    // Then
    isRefusal(response, status, error);
  }

  @Test
  void challengesABadAuthorizationHeader() {
    // When
    var response = post(form().auth().preemptive().basic("printer", "wrong"));

    // Then
    isRefusal(response, 401, "invalid_client");
    response.header("WWW-Authenticate", containsString("Basic"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id=%ZZ", "client_id=%FF%FE", "client_id=tv&scope=%C3%28"})
  void refusesABodyThatIsNoForm(String body) {
    // When
    var response = post(given().contentType(FORM).body(body));

    // Then
    isRefusal(response, 400, "invalid_request");
  }

  @Test
  void refusesJson() {
    // When
    var response = post(given().contentType("application/json").body("{\"client_id\":\"tv\"}"));

    // Then
    isRefusal(response, 415, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void refusesOtherMethods(String method) {
    // When
    var response = given().when().request(method, "/oauth/device/code?client_id=tv").then();

    // Then
    isRefusal(response, 405, "invalid_request");
    response.header("Allow", containsString("POST"));
  }

  @Test
  void doesNotReadTheQuery() {
    // When
    var response = given().contentType(FORM).when().post("/oauth/device/code?client_id=tv").then();

    // Then
    isRefusal(response, 400, "invalid_request");
  }

  @Test
  void refusesABodyBeyondReason() {
    // Given
    var request = form().formParam("client_id", "tv").formParam("scope", "x".repeat(40_000));

    // When
    var response = post(request);

    // Then
    isRefusal(response, 413, "invalid_request");
  }

  @Test
  void neverGivesACodeTwice() {
    // When
    var codes =
        Stream.generate(() -> post(form().formParam("client_id", "tv")).extract())
            .limit(50)
            .flatMap(body -> Stream.of(body.path("device_code"), body.path("user_code")))
            .toList();

    // Then
    assertThat(codes).doesNotHaveDuplicates().hasSize(100);
  }

  private static void isRefusal(ValidatableResponse response, int status, String error) {
    response
        .statusCode(status)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("error", equalTo(error))
        .body("error_description", notNullValue())
        .body("keySet()", everyItem(not(equalTo("exception"))));
  }

  private static RequestSpecification form() {
    return given().contentType(FORM + "; charset=UTF-8");
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.when().post("/oauth/device/code").then();
  }
}
