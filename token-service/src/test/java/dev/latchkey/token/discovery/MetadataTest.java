package dev.latchkey.token.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MetadataTest {

  @ParameterizedTest
  @ValueSource(strings = {"oauth-authorization-server", "openid-configuration"})
  void saysHowAnApprovalCanBeConfirmedHowLongPollsAreHeldAndWhatTokensSayOfTheSignIn(
      String document) {
    // When
    var response = given().when().get("/.well-known/" + document).then();

    // Then
    response
        .statusCode(200)
        .body("confirmation_methods_supported", contains("number"))
        .body("poll_wait_max", equalTo(30))
        .body("claims_supported", hasItems("auth_time", "acr", "amr"))
        // Which contexts there are is up to the upstream providers.
        .body("$", not(hasKey("acr_values_supported")));
  }
}
