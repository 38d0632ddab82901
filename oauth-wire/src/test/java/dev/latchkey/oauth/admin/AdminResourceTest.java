package dev.latchkey.oauth.admin;

import static dev.latchkey.oauth.token.Tokens.adminClaims;
import static dev.latchkey.oauth.token.Tokens.claims;
import static dev.latchkey.oauth.token.Tokens.sign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.oauth.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AdminResourceTest.Public.class)
class AdminResourceTest {

  /** The issuer of the tokens. */
  public static class Public implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "latchkey.public-url",
          Tokens.ISSUER,
          // There is no PostgreSQL to read them from: try seldom.
          "latchkey.kill-switches.check-every",
          "3s",
          "latchkey.sql.kept",
          "0");
    }
  }

  @Test
  void letsAnAdministratorThroughAndSaysWhoItIs() throws Exception {
    // When
    var response = administrator().get("/admin/lamp").then();

    // Then
    response
        .statusCode(200)
        .header("ETag", "\"7\"")
        .header("Cache-Control", "no-store")
        .body("by", equalTo("ops"));
  }

  static Stream<Arguments> others() throws Exception {
    return Stream.of(
        arguments("a device", "Bearer " + sign(claims()), 401, "invalid_token"),
        arguments(
            "a device with the scope",
            "Bearer " + sign(claims().claim("scope", "latchkey:admin")),
            401,
            "invalid_token"),
        arguments(
            "an administrator without the scope",
            "Bearer " + sign(adminClaims().claim("scope", "watch")),
            403,
            "insufficient_scope"),
        arguments(
            "an administrator no more",
            "Bearer " + sign(adminClaims().claim("client_id", "former-ops")),
            401,
            "invalid_token"),
        arguments("garbage", "Bearer x", 401, "invalid_token"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void refusesEverybodyElseByAChallengeAndAProblem(
      String name, String authorization, int status, String error) {
    // When
    var response = given().header("Authorization", authorization).get("/admin/lamp").then();

    // Then
    response
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .header("Cache-Control", "no-store")
        .body("status", equalTo(status))
        .body("detail", startsWith("The access token "));
    assertThat(challenges(response)).first().asString().contains("error=\"" + error + "\"");
  }

  @Test
  void asksAnonymousCallersForAToken() {
    // When
    var response = given().get("/admin/lamp").then();

    // Then
    response
        .statusCode(401)
        .contentType(startsWith("application/problem+json"))
        .body("detail", equalTo("Send an access token in the Authorization header"));
    assertThat(challenges(response)).hasSize(2).noneMatch(value -> value.contains("error"));
  }

  @ParameterizedTest(name = "{0} {1} is answered {2}")
  @CsvSource({
    "GET, /admin/lamp/nowhere, 404",
    "GET, /admin, 404",
    "POST, /admin/lamp, 405",
    "OPTIONS, /admin/lamp, 405",
    "GET, /admin/lamp/broken, 500",
    "GET, /admin/lamp/away, 503",
  })
  void whateverGoesWrongIsAProblem(String method, String path, int status) throws Exception {
    // When
    var response = administrator().request(method, path).then();

    // Then
    response
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .header("Cache-Control", "no-store")
        .body("type", equalTo("about:blank"))
        .body("status", equalTo(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "OPTIONS"})
  void anotherMethodIsToldTheRightOnes(String method) throws Exception {
    // When
    var response = administrator().request(method, "/admin/lamp").then();

    // Then
    response.statusCode(405).header("Allow", "GET, HEAD, PUT");
  }

  @Test
  void changesWhatTheCallerHasSeen() throws Exception {
    // When
    var response = change("{\"on\":false}").header("If-Match", "\"7\"").put("/admin/lamp").then();

    // Then
    response.statusCode(200).body("on", equalTo(false)).body("by", equalTo("ops"));
  }

  @Test
  void doesNotChangeWithoutAPrecondition() throws Exception {
    // When
    var response = change("{\"on\":false}").put("/admin/lamp").then();

    // Then
    response
        .statusCode(428)
        .contentType(startsWith("application/problem+json"))
        .body("title", equalTo("Precondition Required"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"on\":true,\"off\":1}  | The field off is not known",
        "{\"on\":\"perhaps\"}     | The field on cannot be read",
        "{\"on\":\"true\"}        | The field on cannot be read",
        "{\"on\":\"\"}            | The field on cannot be read",
        "{\"on\":0}               | The field on cannot be read",
        "{\"on\":null}            | The field on cannot be read",
        "{\"on\":true             | The body is not the JSON object that belongs here",
        "{\"on\":true,\"on\":true}| The body is not the JSON object that belongs here",
        "{\"on\":true} x          | The body is not the JSON object that belongs here",
        "[]                       | The body is not the JSON object that belongs here",
        "null                     | The body is empty",
      })
  void refusesABodyThatIsNotMeantForIt(String body, String sentence) throws Exception {
    // When
    var response = change(body).header("If-Match", "*").put("/admin/lamp").then();

    // Then
    response
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("detail", equalTo(sentence));
  }

  @Test
  void refusesOtherTypesOfBodies() throws Exception {
    // When
    var response = administrator().contentType("text/plain").body("on").put("/admin/lamp").then();

    // Then
    response
        .statusCode(415)
        .contentType(startsWith("application/problem+json"))
        .body("detail", equalTo("Send the body as application/json"));
  }

  @Test
  void refusesALargeBody() throws Exception {
    // When
    var response = change(" ".repeat(140_000)).put("/admin/lamp").then();

    // Then
    response
        .statusCode(413)
        .contentType(startsWith("application/problem+json"))
        .header("Cache-Control", "no-store")
        .body("status", equalTo(413));
  }

  private static List<String> challenges(ValidatableResponse response) {
    return response.extract().headers().getValues("WWW-Authenticate");
  }

  private static RequestSpecification administrator() throws Exception {
    return given().header("Authorization", "Bearer " + sign(adminClaims()));
  }

  private static RequestSpecification change(String body) throws Exception {
    return administrator().contentType("application/json").body(body);
  }
}
