package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The addresses that firmware for WSO2 Identity Server has built in. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class Wso2PathsTest {

  private static final String TV = "living-room-tv";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void aPollIsAnsweredWithTheTokens() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());

    // When
    var response =
        pollForm(code.value()).formParam("client_id", TV).when().post("/oauth2/token").then();

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("access_token", notNullValue())
        .body("refresh_token", notNullValue());
  }

  @Test
  void aRefreshIsToo() {
    // Given
    var device = StoredFamily.linked(stores, TV);

    // When
    var response =
        refreshForm(device.token(1)).formParam("client_id", TV).when().post("/oauth2/token").then();

    // Then
    response.statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void whatIsRevokedThereIsRevoked() {
    // Given
    var device = StoredFamily.linked(stores, TV);

    // When
    var response =
        form()
            .formParam("client_id", TV)
            .formParam("token", device.token(1))
            .when()
            .post("/oauth2/revoke")
            .then();

    // Then
    response.statusCode(200);
    refresh(device.token(1)).statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void userinfoIsWhoApproved() {
    // Given
    String token =
        poll(approvedBy(ALICE.toString()).save(stores.redis())).extract().path("access_token");

    // When
    var response = given().auth().oauth2(token).when().get("/oauth2/userinfo").then();

    // Then
    response.statusCode(200).body("sub", equalTo(ALICE.toString()));
  }

  @Test
  void introspectionWantsAClientWithCredentials() {
    // When
    var response = form().formParam("token", "x").when().post("/oauth2/introspect").then();

    // Then
    response.statusCode(401).body("error", equalTo("invalid_client"));
  }

  @Test
  void anotherMethodIsRefusedWithTheOnesThatThereAre() {
    // When
    var response = given().when().get("/oauth2/revoke").then();

    // Then
    response.statusCode(405).header("Allow", "POST").body("error", equalTo("invalid_request"));
  }

  @Test
  void aDpopProofNamesTheAddressThatWasCalled() {
    // Given
    var key = new DpopKey();
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    var asked =
        pollForm(code.value())
            .formParam("client_id", TV)
            .header("DPoP", key.proof("/oauth2/token", null))
            .when()
            .post("/oauth2/token");

    // When
    var response =
        pollForm(code.value())
            .formParam("client_id", TV)
            .header("DPoP", key.proof("/oauth2/token", asked.header("DPoP-Nonce")))
            .when()
            .post("/oauth2/token")
            .then();

    // Then
    response.statusCode(200).body("token_type", equalTo("DPoP"));
  }
}
