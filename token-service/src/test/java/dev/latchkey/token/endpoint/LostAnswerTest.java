package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Device;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LostAnswerTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void whoAsksAgainWithTheSameVerifierGetsTheSameAnswer() {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());
    Map<String, Object> lost = poll(code, VERIFIER).statusCode(200).extract().path("");

    // When
    Map<String, Object> again = poll(code, VERIFIER).statusCode(200).extract().path("");

    // Then
    assertThat(again).isEqualTo(lost);
  }

  @Test
  void whoAsksAgainWithTheSameKeyGetsTheSameAnswer() {
    // Given
    var key = new DpopKey();
    var code = approvedBy(ALICE.toString()).withThumbprint(key.thumbprint()).save(stores.redis());
    Map<String, Object> lost = key.token(() -> form(code)).statusCode(200).extract().path("");

    // When
    Map<String, Object> again = key.token(() -> form(code)).statusCode(200).extract().path("");

    // Then
    assertThat(again).isEqualTo(lost);
  }

  @Test
  void aKeyShownAtThePollOnlyIsEnough() {
    // Given
    var key = new DpopKey();
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    Map<String, Object> lost = key.token(() -> form(code)).statusCode(200).extract().path("");

    // When
    Map<String, Object> again = key.token(() -> form(code)).statusCode(200).extract().path("");

    // Then
    assertThat(again).isEqualTo(lost);
  }

  @Test
  void anotherKeyGetsNothing() {
    // Given
    var key = new DpopKey();
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    key.token(() -> form(code)).statusCode(200);

    // When
    var response = new DpopKey().token(() -> form(code));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void withoutAProofTheAnswerIsGivenOnce() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    post(form(code)).statusCode(200);

    // When
    var response = post(form(code));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void whoHangsUpWhileTheTokensAreMadeGetsThemAtTheNextPoll() throws IOException {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());
    stores.postgres().freeze();
    var connection = RawRequest.form(pollOf(code)).send();
    try {
      await().until(() -> "CLAIMED".equals(StoredGrant.read(stores.redis(), code).get("state")));

      // When
      connection.close();
    } finally {
      stores.postgres().thaw();
    }

    // Then: long before the claim's lease is over
    await()
        .atMost(Duration.ofSeconds(6))
        .until(() -> poll(code, VERIFIER).extract().statusCode() == 200);
  }

  @Test
  void anAccountThatWasStoppedInBetweenGetsNothing() {
    // Given
    var person = UUID.randomUUID();
    Neighbours.run(
        stores,
        """
        insert into people.account
          (id, username, name, email_verified, disabled, updated_at)
          values ('%1$s', '%1$s', 'Somebody', false, false, now())
        """
            .formatted(person));
    var code = approvedBy(person.toString()).withChallenge(CHALLENGE).save(stores.redis());
    poll(code, VERIFIER).statusCode(200);
    Neighbours.run(
        stores, "update people.account set locked = true where id = '%s'".formatted(person));

    // When
    var response = untilTheViewIsOld(code);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  private static String pollOf(DeviceCode code) {
    return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
        + "&client_id=living-room-tv&device_code="
        + code.value()
        + "&code_verifier="
        + VERIFIER;
  }

  /** Views of accounts are up to 10 s old; answers are kept for 30 s. */
  private static ValidatableResponse untilTheViewIsOld(DeviceCode code) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> poll(code, VERIFIER).extract().statusCode() != 200);
    return poll(code, VERIFIER);
  }

  @Test
  void aDeviceThatWasUnlinkedInBetweenGetsNothing() {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());
    String token = poll(code, VERIFIER).statusCode(200).extract().path("refresh_token");
    Device.form()
        .formParam("client_id", "living-room-tv")
        .formParam("token", token)
        .post("/oauth/revoke")
        .then()
        .statusCode(200);

    // When
    var response = poll(code, VERIFIER);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void redisHoldsNoTokenInTheClear() {
    // Given
    var code = approvedBy(ALICE.toString()).withChallenge(CHALLENGE).save(stores.redis());

    // When
    String token = poll(code, VERIFIER).statusCode(200).extract().path("refresh_token");

    // Then
    assertThat(stores.redis().execute("DUMP", "answer:{" + code.grantId().value() + "}"))
        .asString()
        .isNotEmpty()
        .doesNotContain(token);
  }

  private static ValidatableResponse poll(DeviceCode code, String verifier) {
    return post(form(code).formParam("code_verifier", verifier));
  }

  private static RequestSpecification form(DeviceCode code) {
    return pollForm(code.value()).formParam("client_id", "living-room-tv");
  }
}
