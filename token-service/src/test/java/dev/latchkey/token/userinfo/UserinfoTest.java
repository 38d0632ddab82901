package dev.latchkey.token.userinfo;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
    response
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("error", equalTo("invalid_token"));
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
    response
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .header("WWW-Authenticate", not(containsString("error")));
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
