package dev.latchkey.token.refresh;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @Test
  void givesTheNextGenerationWithNewTokens() throws Exception {
    // Given
    var first = linked();

    // When
    var response = refresh(first);

    // Then
    response
        .statusCode(200)
        .body("scope", equalTo(StoredGrant.SCOPE))
        .body("expires_in", equalTo(600))
        .body("id_token", notNullValue());
    String next = response.extract().path("refresh_token");
    assertThat(next).matches("t1\\..*\\.2\\..*");
    var access = SignedJWT.parse(response.extract().path("access_token"));
    assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo(ALICE.toString());
  }

  @Test
  void aLostAnswerCostsNothingWithinAMinute() {
    // Given
    var first = linked();
    String lost = refresh(first).extract().path("refresh_token");

    // When
    var response = refresh(first);

    // Then
    response.statusCode(200).body("refresh_token", equalTo(lost));
  }

  @Test
  void rotatesAtMostOnceAMinute() {
    // Given
    String current = refresh(linked()).extract().path("refresh_token");

    // When
    var response = refresh(current);

    // Then
    response.statusCode(200).body("refresh_token", equalTo(current));
  }

  @Test
  void anAnswerLostInAPowerCutCostsNothingLater() {
    // Given
    var first = linked();
    String second = refresh(first).extract().path("refresh_token");
    age(second);

    // When
    var response = refresh(first);

    // Then
    response.statusCode(200).body("refresh_token", equalTo(second));
  }

  @Test
  void refusesAGenerationThatWasReplacedTwice() {
    // Given
    var first = linked();
    String second = refresh(first).extract().path("refresh_token");
    age(second);
    String third = refresh(second).extract().path("refresh_token");

    // When
    var response = refresh(first);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    refresh(third).statusCode(200);
  }

  @Test
  void aRefusedRefreshDoesNotMoveTheRow() {
    // Given
    var token = linked();

    // When
    post(
        refreshForm(token)
            .formParam("client_id", "living-room-tv")
            .formParam("scope", "watch admin"));

    // Then
    refresh(token).statusCode(200).body("refresh_token", containsString(".2."));
  }

  @Test
  void refusesAnotherClientsToken() {
    // When
    var response = refresh(linked(), "other-tv");

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void refusesARevokedDevice() {
    // Given
    var token = linked();
    Neighbours.run(stores(), "update issued.linked_device set revoked_at = now()");

    // When
    var response = refresh(token);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void refusesTheTokensOfADisabledAccount() {
    // Given
    var bob = UUID.randomUUID();
    var token =
        poll(approvedBy(account(bob)).save(stores().redis())).extract().path("refresh_token");
    Neighbours.run(stores(), "delete from people.account where id = '%s'".formatted(bob));

    // When
    var refused =
        await()
            .atMost(Duration.ofSeconds(12))
            .until(() -> refresh(token.toString()), response -> status(response) == 400);

    // Then
    refused.body("error", equalTo("invalid_grant"));
  }

  @Test
  void narrowsTheScopeButNeverWidensIt() {
    // Given
    var token = linked();

    // When
    var narrower =
        post(
            refreshForm(token)
                .formParam("client_id", "living-room-tv")
                .formParam("scope", "watch"));
    var wider =
        post(
            refreshForm(token)
                .formParam("client_id", "living-room-tv")
                .formParam("scope", "watch admin"));

    // Then
    narrower.statusCode(200).body("scope", equalTo("watch"));
    wider.statusCode(400).body("error", equalTo("invalid_scope"));
  }

  @Test
  void refusesATokenWithAnyCharacterChanged() {
    // Given
    var token = linked();
    var other = token.replace(".1.", ".2.");

    // When
    var response = refresh(other);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  private static int status(ValidatableResponse response) {
    return response.extract().statusCode();
  }

  private String linked() {
    return poll(approvedBy(ALICE.toString()).save(stores().redis()))
        .extract()
        .path("refresh_token");
  }

  private String account(UUID id) {
    Neighbours.run(
        stores(),
        "insert into people.account values ('%s', '%s', 'Bob', null, false, false, now())"
            .formatted(id, id));
    return id.toString();
  }

  /** As if the token had been made two minutes ago. */
  private void age(String token) {
    assertThat(token).isNotNull();
    Neighbours.run(
        stores(), "update issued.linked_device set rotated_at = rotated_at - interval '2 minutes'");
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
