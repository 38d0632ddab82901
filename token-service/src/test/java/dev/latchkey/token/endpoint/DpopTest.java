package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DpopTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final DpopKey key = new DpopKey();

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void tokensAreBoundToTheKeyThatSignedThePoll() throws Exception {
    // Given
    var code = approvedBy(ALICE.toString()).withThumbprint(key.thumbprint()).save(stores.redis());

    // When
    var response = key.token(() -> pollOf(code));

    // Then
    response.statusCode(200).body("token_type", equalTo("DPoP"));
    var claims = SignedJWT.parse(response.extract().path("access_token")).getJWTClaimsSet();
    assertThat(claims.getJSONObjectClaim("cnf")).isEqualTo(Map.of("jkt", key.thumbprint()));
  }

  @Test
  void aRequestForANonceNeitherConsumesTheCodeNorCountsAsAPoll() {
    // Given
    var code = pending().withThumbprint(key.thumbprint()).save(stores.redis());
    var before = StoredGrant.read(stores.redis(), code);

    // When
    var response = post(pollOf(code).header("DPoP", key.proof("/oauth/token", null)));

    // Then
    response
        .statusCode(400)
        .header("DPoP-Nonce", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("use_dpop_nonce"));
    assertThat(StoredGrant.read(stores.redis(), code)).isEqualTo(before);
  }

  @Test
  void anotherKeyThanThatOfTheFirstLegGetsNothing() {
    // Given
    var code = approvedBy(ALICE.toString()).withThumbprint(key.thumbprint()).save(stores.redis());

    // When
    var response = new DpopKey().token(() -> pollOf(code));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    assertThat(StoredGrant.read(stores.redis(), code)).containsEntry("state", "APPROVED");
  }

  @Test
  void aBoundGrantIsOfNoUseWithoutAProof() {
    // Given
    var code = approvedBy(ALICE.toString()).withThumbprint(key.thumbprint()).save(stores.redis());

    // When
    var response = post(pollOf(code));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void aProofIsGoodOnce() {
    // Given
    var code = pending().save(stores.redis());
    var nonce =
        post(pollOf(code).header("DPoP", key.proof("/oauth/token", null)))
            .extract()
            .header("DPoP-Nonce");
    var proof = key.proof("/oauth/token", nonce);
    post(pollOf(code).header("DPoP", proof)).body("error", equalTo("authorization_pending"));

    // When
    var response = post(pollOf(code).header("DPoP", proof));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_dpop_proof"));
  }

  @Test
  void nobodyUsesUpAProofWithoutAClient() {
    // Given
    var code = pending().save(stores.redis());
    var nonce =
        post(pollOf(code).header("DPoP", key.proof("/oauth/token", null)))
            .extract()
            .header("DPoP-Nonce");
    var proof = key.proof("/oauth/token", nonce);

    // When
    var nobodys =
        post(pollForm(code.value()).formParam("client_id", "nobody").header("DPoP", proof));

    // Then
    nobodys.statusCode(401).body("error", equalTo("invalid_client"));
    post(pollOf(code).header("DPoP", proof)).body("error", equalTo("authorization_pending"));
  }

  @Test
  void aPublicClientsRefreshTokenIsBoundToTheKey() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    String token = key.token(() -> pollOf(code)).extract().path("refresh_token");

    // When
    var thief = new DpopKey().token(() -> refreshOf(token));
    var owner = key.token(() -> refreshOf(token));

    // Then
    thief.statusCode(400).body("error", equalTo("invalid_grant"));
    owner.statusCode(200).body("token_type", equalTo("DPoP"));
  }

  @Test
  void withoutAProofABoundRefreshTokenIsOfNoUse() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    String token = key.token(() -> pollOf(code)).extract().path("refresh_token");

    // When
    var response = post(refreshOf(token));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void aClientThatMustProveItsKeyGetsNothingWithout() {
    // Given
    Neighbours.publicClient(stores, "secure-tv", "require_dpop = true");
    var code = approvedBy(ALICE.toString()).with("client_id", "secure-tv").save(stores.redis());

    // When
    var without = post(pollForm(code.value()).formParam("client_id", "secure-tv"));
    var with = key.token(() -> pollForm(code.value()).formParam("client_id", "secure-tv"));

    // Then
    without.statusCode(400).body("error", equalTo("invalid_dpop_proof"));
    with.statusCode(200).body("token_type", equalTo("DPoP"));
  }

  private static RequestSpecification pollOf(DeviceCode code) {
    return pollForm(code.value()).formParam("client_id", "living-room-tv");
  }

  private static RequestSpecification refreshOf(String token) {
    return refreshForm(token).formParam("client_id", "living-room-tv");
  }
}
