package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong in themselves, whatever grant they are about. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class TokenRequestTest {

  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String GARBAGE = "x".repeat(43);

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("nothing", 400, "invalid_request", f -> f),
        refused("no grant_type", 400, "invalid_request", f -> f.formParam("client_id", "tv")),
        refused(
            "unknown grant_type",
            400,
            "unsupported_grant_type",
            f -> f.formParam("grant_type", "password").formParam("client_id", "living-room-tv")),
        refused(
            "no device_code",
            400,
            "invalid_request",
            f -> f.formParam("grant_type", DEVICE_CODE).formParam("client_id", "living-room-tv")),
        refused(
            "no client",
            400,
            "invalid_request",
            f -> f.formParam("grant_type", DEVICE_CODE).formParam("device_code", GARBAGE)),
        refused(
            "device_code of 8 KiB",
            400,
            "invalid_grant",
            f -> poll(f, "x".repeat(8192)).formParam("client_id", "living-room-tv")),
        refused(
            "device_code twice",
            400,
            "invalid_request",
            f ->
                poll(f, GARBAGE)
                    .formParam("device_code", GARBAGE)
                    .formParam("client_id", "living-room-tv")),
        refused(
            "device_code nobody has",
            400,
            "invalid_grant",
            f -> poll(f, GARBAGE).formParam("client_id", "living-room-tv")),
        refused(
            "unknown client",
            401,
            "invalid_client",
            f -> poll(f, GARBAGE).formParam("client_id", "nobody")),
        refused(
            "client without the grant",
            400,
            "unauthorized_client",
            f -> poll(f, GARBAGE).formParam("client_id", "backend")),
        refused(
            "confidential client without its secret",
            401,
            "invalid_client",
            f -> poll(f, GARBAGE).formParam("client_id", "printer")),
        refused(
            "secret in the body where Basic is registered",
            401,
            "invalid_client",
            f ->
                poll(f, GARBAGE)
                    .formParam("client_id", "printer")
                    .formParam("client_secret", Neighbours.SECRET)),
        refused(
            "public client with a secret",
            401,
            "invalid_client",
            f ->
                poll(f, GARBAGE)
                    .formParam("client_id", "living-room-tv")
                    .formParam("client_secret", "x")),
        refused(
            "no refresh_token",
            400,
            "invalid_request",
            f ->
                f.formParam("grant_type", "refresh_token")
                    .formParam("client_id", "living-room-tv")),
        refused(
            "refresh_token that is none",
            400,
            "invalid_grant",
            f ->
                f.formParam("grant_type", "refresh_token")
                    .formParam("refresh_token", "t1.garbage.1.garbage")
                    .formParam("client_id", "living-room-tv")));
  }

  private static Arguments refused(
      String what, int status, String error, UnaryOperator<RequestSpecification> request) {
    return Arguments.arguments(what, status, error, request);
  }

  private static RequestSpecification poll(RequestSpecification form, String code) {
    return form.formParam("grant_type", DEVICE_CODE).formParam("device_code", code);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("refusals")
  void namesWhatIsWrong(
      String what, int status, String error, UnaryOperator<RequestSpecification> request) {
    // When
    var response = post(request.apply(form()));

    // Then
    isRefusal(response, status, error);
  }

  @Test
  void challengesBadBasicCredentials() {
    // When
    var response = post(pollForm(GARBAGE).auth().preemptive().basic("printer", "wrong"));

    // Then
    isRefusal(response, 401, "invalid_client");
    response.header("WWW-Authenticate", containsString("Basic"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic !!!", "Basic OnNlY3JldA==", "Bearer x", "Digest a=b"})
  void challengesAnAuthorizationHeaderItCannotRead(String header) {
    // When
    var response = post(pollForm(GARBAGE).header("Authorization", header));

    // Then
    isRefusal(response, 401, "invalid_client");
    response.header("WWW-Authenticate", containsString("Basic"));
  }

  @Test
  void takesBasicCredentials() {
    // Given
    var code = pending().ofClient(new ClientId("printer")).save(stores().redis());

    // When
    var response =
        post(pollForm(code.value()).auth().preemptive().basic("printer", Neighbours.SECRET));

    // Then
    response.statusCode(400).body("error", equalTo("authorization_pending"));
  }

  @Test
  void doesNotReadACodeFromTheQuery() {
    // Given
    var code = pending().save(stores().redis());
    var before = StoredGrant.read(stores().redis(), code);

    // When
    var response =
        form()
            .formParam("grant_type", DEVICE_CODE)
            .formParam("client_id", "living-room-tv")
            .when()
            .post("/oauth/token?device_code=" + code.value())
            .then();

    // Then
    isRefusal(response, 400, "invalid_request");
    assertThat(StoredGrant.read(stores().redis(), code)).isEqualTo(before);
  }

  @Test
  void anotherClientsPollChangesNothing() {
    // Given
    var code = pending().save(stores().redis());
    var before = StoredGrant.read(stores().redis(), code);

    // When
    var response = post(pollForm(code.value()).formParam("client_id", "other-tv"));

    // Then
    isRefusal(response, 400, "invalid_grant");
    assertThat(StoredGrant.read(stores().redis(), code)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void refusesOtherMethods(String method) {
    // When
    var response = given().when().request(method, "/oauth/token").then();

    // Then
    isRefusal(response, 405, "invalid_request");
    response.header("Allow", "POST");
  }

  @Test
  void refusesJson() {
    // When
    var response = post(given().contentType("application/json").body("{}"));

    // Then
    isRefusal(response, 415, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type=%ZZ", "grant_type=%FF", "a=%C3%28&grant_type=x"})
  void refusesABodyThatIsNoForm(String body) {
    // When
    var response = post(given().contentType("application/x-www-form-urlencoded").body(body));

    // Then
    isRefusal(response, 400, "invalid_request");
  }

  @Test
  void answersUnderTheSecondPathToo() {
    // When
    var response = form().when().post("/oauth2/token").then();

    // Then
    isRefusal(response, 400, "invalid_request");
  }

  private static void isRefusal(ValidatableResponse response, int status, String error) {
    response
        .statusCode(status)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("error", equalTo(error))
        .body("error_description", notNullValue());
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
