package dev.latchkey.token.keys.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KeysResourceTest {

  private static final String PATH = "/admin/keys";
  private static final String PROBLEM = "application/problem+json";

  @Inject Administrator administrator;
  @Inject SigningKeys keys;

  private @Nullable RealStores stores;

  /** Pending keys of other tests are in the way; what signs stays. */
  @BeforeEach
  void nothingIsPlanned() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    Neighbours.run(stores, "delete from issued.signing_key where activates_at > now()");
    Neighbours.run(
        stores,
        "update issued.signing_key set retires_at = null, gone_at = null where retires_at > now()");
  }

  @Test
  void showsEveryKeyWithoutTheKeyItself() {
    // When
    var response = administrator.asks().when().get(PATH).then();

    // Then
    response
        .statusCode(200)
        .header("ETag", notNullValue())
        .header("Cache-Control", "no-store")
        .body("keys.algorithm", hasItems("ES256", "RS256"))
        .body("keys.kid", hasItem(keys.current().kid()))
        .body("keys[0].state", equalTo("active"))
        .body("keys[0].created_at", notNullValue())
        .body("keys[0].activates_at", notNullValue())
        .body("keys[0].retires_at", nullValue())
        .body(not(containsString("private")));
  }

  @Test
  void whoHasTheListIsToldSo() {
    // Given
    var etag = administrator.asks().when().get(PATH).header("ETag");

    // When
    var response = administrator.asks().header("If-None-Match", etag).when().get(PATH).then();

    // Then
    response.statusCode(304).header("ETag", etag).body(emptyString());
  }

  @Test
  void showsOneKey() {
    // When
    var response = administrator.asks().when().get(PATH + "/" + keys.current().kid()).then();

    // Then
    response.statusCode(200).header("ETag", notNullValue()).body("state", equalTo("active"));
  }

  @Test
  void knowsNoOtherKey() {
    // When
    var response = administrator.asks().when().get(PATH + "/of-somebody-else").then();

    // Then
    response.statusCode(404).contentType(PROBLEM).body("status", equalTo(404));
  }

  @Test
  void aRotationIsPublishedAtOnceAndSignsLater() {
    // Given
    var before = keys.current().kid();

    // When
    var response = rotate("ES256");

    // Then
    String kid =
        response
            .statusCode(201)
            .header("ETag", notNullValue())
            .body("state", equalTo("pending"))
            .extract()
            .path("kid");
    response.header("Location", PATH + "/" + kid);
    given()
        .when()
        .get("/.well-known/jwks.json")
        .then()
        .log()
        .all()
        .body("keys.kid", hasItems(kid, before));
    assertThat(keys.current().kid()).isEqualTo(before);
    administrator
        .asks()
        .when()
        .get(PATH + "/" + before)
        .then()
        .body("retires_at", equalTo(response.extract().path("activates_at")));
  }

  @Test
  void aSecondRotationIsNone() {
    // Given
    rotate("ES256");

    // When
    var response = rotate("ES256");

    // Then
    response.statusCode(409).contentType(PROBLEM).body("detail", containsString("pending"));
  }

  @Test
  void anAlgorithmThatIsNotInUseHasNoKeys() {
    // When
    var response = rotate("EdDSA");

    // Then
    response.statusCode(409).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"algorithm\":null}",
        "{\"algorithm\":\"HS256\"}",
        "{\"algorithm\":\"ES256\",\"emergency\":true}",
        "[]",
        "not json"
      })
  void refusesWhatIsNoRotation(String body) {
    // When
    var response =
        administrator.asks().contentType("application/json").body(body).when().post(PATH).then();

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", notNullValue());
  }

  @Test
  void aDeletedSignerIsGoneAndReplacedAtOnce() {
    // Given
    var compromised = keys.current().kid();

    // When
    var response = delete(compromised, etag(compromised));

    // Then
    response.statusCode(204);
    assertThat(keys.current().kid()).isNotEqualTo(compromised);
    given()
        .when()
        .get("/.well-known/jwks.json")
        .then()
        .body("keys.kid", not(hasItem(compromised)))
        .body("keys.kid", hasItem(keys.current().kid()));
    administrator.asks().when().get(PATH + "/" + compromised).then().statusCode(404);
  }

  @Test
  void aTokenOfADeletedKeyIsNoneAnyMore() {
    // Given
    var token = administrator.asks();
    var compromised = keys.current().kid();
    delete(compromised, etag(compromised));

    // When
    var response = token.when().get(PATH).then();

    // Then
    response.statusCode(401);
  }

  @Test
  void aKeyThatChangedSinceIsNotDeleted() {
    // Given
    var kid = keys.current().kid();
    var etag = etag(kid);
    rotate("ES256");

    // When
    var response = delete(kid, etag);

    // Then
    response.statusCode(412).contentType(PROBLEM);
    assertThat(keys.find(kid)).isPresent();
  }

  @Test
  void nothingIsDeletedUnseen() {
    // Given
    var kid = keys.current().kid();

    // When
    var response = administrator.asks().when().delete(PATH + "/" + kid).then();

    // Then
    response.statusCode(428).contentType(PROBLEM);
    assertThat(keys.find(kid)).isPresent();
  }

  @Test
  void aKeyThatIsNotThereCannotBeDeleted() {
    // When
    var response = delete("of-somebody-else", "*");

    // Then
    response.statusCode(404).contentType(PROBLEM);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().when().get(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM);
    assertThat(response.extract().headers().getValues("WWW-Authenticate"))
        .anyMatch(challenge -> challenge.startsWith("Bearer"));
  }

  @ParameterizedTest
  @CsvSource({
    "/admin, openid watch, 403",
    "/userinfo, openid watch, 401",
    "/userinfo, latchkey:admin, 401"
  })
  void noOtherTokenWillDo(String audience, String scope, int status) {
    // When
    var response = administrator.asks(audience, scope).when().get(PATH).then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
  }

  private ValidatableResponse rotate(String algorithm) {
    return administrator
        .asks()
        .contentType("application/json")
        .body("{\"algorithm\":\"" + algorithm + "\"}")
        .when()
        .post(PATH)
        .then();
  }

  private ValidatableResponse delete(String kid, String etag) {
    return administrator.asks().header("If-Match", etag).when().delete(PATH + "/" + kid).then();
  }

  private String etag(String kid) {
    return administrator.asks().when().get(PATH + "/" + kid).header("ETag");
  }
}
