package dev.latchkey.token.userinfo;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UserinfoTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void saysWhatTheScopesAllow(String method) {
    // Given
    var token = token("openid profile", "access_token");

    // When
    var response = given().auth().oauth2(token).when().request(method, "/userinfo").then();

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("sub", equalTo(ALICE.toString()))
        .body("preferred_username", equalTo("alice"))
        .body("email", nullValue());
  }

  @Test
  void refusesATokenThatIsNotForIt() {
    // When
    var response =
        given().auth().oauth2(token("watch", "access_token")).when().get("/userinfo").then();

    // Then
    response.statusCode(401).body("error", equalTo("invalid_token"));
    assertThat(challenges(response)).first().asString().contains("error=\"invalid_token\"");
  }

  @Test
  void refusesAnIdToken() {
    // When
    var response =
        given().auth().oauth2(token("openid", "id_token")).when().get("/userinfo").then();

    // Then
    response.statusCode(401).body("error", equalTo("invalid_token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void refusesWhatIsNoToken(String token) {
    // When
    var response = given().auth().oauth2(token).when().get("/userinfo").then();

    // Then
    response.statusCode(401).body("error", equalTo("invalid_token"));
  }

  @Test
  void asksForATokenWithoutNamingAnError() {
    // When
    var response = given().when().get("/userinfo").then();

    // Then
    response.statusCode(401);
    assertThat(challenges(response))
        .hasSize(2)
        .allSatisfy(challenge -> assertThat(challenge).doesNotContain("error"))
        .anySatisfy(challenge -> assertThat(challenge).startsWith("Bearer"))
        .anySatisfy(challenge -> assertThat(challenge).startsWith("DPoP"));
  }

  @Test
  void takesATokenInTheBody() {
    // When
    var response =
        form().formParam("access_token", token("openid", "access_token")).post("/userinfo").then();

    // Then
    response.statusCode(200).body("sub", equalTo(ALICE.toString()));
  }

  @Test
  void refusesABodyThatIsNoForm() {
    // Given
    var request = given().auth().oauth2(token("openid", "access_token"));

    // When
    var response = request.contentType("application/json").body("{}").post("/userinfo").then();

    // Then
    response
        .statusCode(415)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void aPostNeedsNoBody() throws Exception {
    // Given
    // RestAssured would write a content type.
    var request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/userinfo"))
            .header("Authorization", "Bearer " + token("openid", "access_token"))
            .POST(BodyPublishers.noBody())
            .build();

    // When
    HttpResponse<String> response;
    try (var client = HttpClient.newHttpClient()) {
      response = client.send(request, BodyHandlers.ofString());
    }

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(ALICE.toString());
  }

  @Test
  void refusesTwoTokensAtOnce() {
    // Given
    var token = token("openid", "access_token");

    // When
    var response =
        form().auth().oauth2(token).formParam("access_token", token).post("/userinfo").then();

    // Then
    response.statusCode(400).body("error", equalTo("invalid_request"));
  }

  @Test
  void aBoundTokenIsForItsKeyAlone() {
    // Given
    var key = new DpopKey();
    var code = approvedBy(ALICE.toString()).withScope("openid").save(stores().redis());
    String token =
        key.token(() -> pollForm(code.value()).formParam("client_id", "living-room-tv"))
            .extract()
            .path("access_token");

    // When
    var bearer = given().auth().oauth2(token).when().get("/userinfo").then();
    var owner = shown(token, key);
    var thief = shown(token, new DpopKey());

    // Then
    bearer.statusCode(401).body("error", equalTo("invalid_token"));
    owner.statusCode(200).body("sub", equalTo(ALICE.toString()));
    thief.statusCode(401).body("error", equalTo("invalid_token"));
  }

  @Test
  void stopsWithTheDevice() {
    // Given
    var code =
        approvedBy(ALICE.toString()).withScope("openid offline_access").save(stores().redis());
    var tokens = poll(code).extract();
    form()
        .formParam("client_id", "living-room-tv")
        .formParam("token", tokens.<String>path("refresh_token"))
        .post("/oauth/revoke")
        .then()
        .statusCode(200);

    // When
    var response =
        given().auth().oauth2(tokens.path("access_token")).when().get("/userinfo").then();

    // Then
    response.statusCode(401).body("error", equalTo("invalid_token"));
  }

  private static ValidatableResponse shown(String token, DpopKey key) {
    return given()
        .header("Authorization", "DPoP " + token)
        .header("DPoP", key.proof("GET", "/userinfo", token, null))
        .when()
        .get("/userinfo")
        .then();
  }

  private static List<String> challenges(ValidatableResponse response) {
    return response.extract().headers().getValues("WWW-Authenticate");
  }

  private String token(String scope, String which) {
    return poll(approvedBy(ALICE.toString()).withScope(scope).save(stores().redis()))
        .extract()
        .path(which);
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
