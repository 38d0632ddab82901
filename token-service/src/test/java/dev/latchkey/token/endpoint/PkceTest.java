package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PkceTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void whoHasTheVerifierGetsTheTokens() {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());

    // When
    var response = poll(code, VERIFIER);

    // Then
    response.statusCode(200).body("access_token", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXkX",
        CHALLENGE,
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEj k"
      })
  void anyOtherVerifierChangesNothing(String verifier) {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());
    var before = StoredGrant.read(stores.redis(), code);

    // When
    var response = poll(code, verifier);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    assertThat(StoredGrant.read(stores.redis(), code)).isEqualTo(before);
  }

  @Test
  void aVerifierWithoutAChallengeIsRefused() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());

    // When
    var response = poll(code, VERIFIER);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void aWrongVerifierDoesNotCountAsAPoll() {
    // Given
    var code = pending().withChallenge(CHALLENGE).save(stores.redis());
    poll(code, CHALLENGE).statusCode(400);

    // When
    var response = poll(code, VERIFIER);

    // Then
    response.statusCode(400).body("error", equalTo("authorization_pending"));
  }

  private static ValidatableResponse poll(DeviceCode code, String verifier) {
    return post(
        pollForm(code.value())
            .formParam("client_id", "living-room-tv")
            .formParam("code_verifier", verifier));
  }
}
