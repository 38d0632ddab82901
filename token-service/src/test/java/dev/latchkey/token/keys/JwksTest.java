package dev.latchkey.token.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class JwksTest {

  private static final String PATH = "/.well-known/jwks.json";

  @Test
  void theSetIsForEverybodyToCache() {
    // When
    var response = given().when().get(PATH).then();

    // Then
    response
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "public, max-age=300")
        .header("ETag", startsWith("\""))
        .header("Access-Control-Allow-Origin", "*");
  }

  /** RFC 7517 section 8.5.2 has a type of its own for it. */
  @ParameterizedTest
  @CsvSource({
    "application/jwk-set+json, application/jwk-set+json",
    "'application/jwk-set+json, application/json', application/json",
    "*/*, application/json"
  })
  void theSetHasTheTypeThatIsAskedFor(String accepted, String type) {
    // When
    var response = given().header("Accept", accepted).when().get(PATH).then();

    // Then
    response.statusCode(200).header("Content-Type", startsWith(type));
    assertThat(response.extract().asString()).contains("\"keys\"");
  }

  @Test
  void whoHasTheSetIsToldSo() {
    // Given
    var etag = given().when().get(PATH).header("ETag");

    // When
    var response = given().header("If-None-Match", etag).when().get(PATH).then();

    // Then
    response
        .statusCode(304)
        .header("ETag", etag)
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .body(emptyString());
  }

  @Test
  void whoHasAnotherSetGetsThisOne() {
    // When
    var response = given().header("If-None-Match", "\"another\"").when().get(PATH).then();

    // Then
    response.statusCode(200).body("keys.size()", equalTo(2));
  }

  @Test
  void headHasTheHeadersAlone() {
    // When
    var response = given().when().head(PATH).then();

    // Then
    response.statusCode(200).header("ETag", startsWith("\"")).body(emptyString());
  }

  @Test
  void noPrivateMemberIsPublished() throws ParseException {
    // When
    var set = JWKSet.parse(given().when().get(PATH).asString());

    // Then
    assertThat(set.getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
  }
}
