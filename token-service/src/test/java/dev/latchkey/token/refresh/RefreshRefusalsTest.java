package dev.latchkey.token.refresh;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused whatever the generation. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshRefusalsTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores());
  }

  @Test
  void refusesWhatItsApiDoesNotAllowAnyMore() {
    // Given
    Neighbours.run(
        stores(),
        "insert into registry.api values ('https://api.example.com/now', true, false, 600000)"
            + " on conflict do nothing");
    var family = tv().with("api = 'https://api.example.com/now'");

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
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
    var family = tv().with("revoked_at = now()");

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
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
    refresh(token).statusCode(200).body("scope", equalTo(StoredGrant.SCOPE));
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
        "insert into people.account (id, username, name, email_verified, disabled, updated_at)"
            + " values ('%s', '%s', 'Bob', false, false, now())".formatted(id, id));
    return id.toString();
  }

  private StoredFamily tv() {
    return StoredFamily.linked(stores(), "living-room-tv");
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
