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
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores());
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
    var family = tv().with("generation = 2").age(Duration.ofDays(3));

    // When
    var response = refresh(family.token(1));

    // Then
    response.statusCode(200).body("refresh_token", equalTo(family.token(2)));
    refresh(family.token(2)).statusCode(200).body("refresh_token", equalTo(family.token(3)));
  }

  @Test
  void aSecondLateReplayInARowEndsTheFamily() {
    // Given
    var family = tv().with("generation = 2").age(Duration.ofDays(3));
    refresh(family.token(1));

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    isRefused(refresh(family.token(2)));
    assertThat(family.read().revocation()).isEqualTo("REUSE");
  }

  @Test
  void aLateReplayAfterTheSuccessorWasUsedEndsTheFamily() {
    // Given
    var family = tv().with("generation = 2");
    refresh(family.token(2));
    family.age(Duration.ofMinutes(2));

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    isRefused(refresh(family.token(2)));
  }

  @Test
  void ofTwoLateReplaysInParallelOneIsServed() {
    // Given
    var family = tv().with("generation = 2").age(Duration.ofDays(3));

    // When
    var answers = refreshTogether(family.token(1), 2);

    // Then
    assertThat(answers).containsExactlyInAnyOrder(family.token(2), "invalid_grant");
  }

  @Test
  void aGenerationThatWasReplacedTwiceEndsTheFamily() {
    // Given
    var family = tv().with("generation = 3");

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    isRefused(refresh(family.token(3)));
    assertThat(family.read().revocation()).isEqualTo("REUSE");
  }

  @Test
  void aDatabaseRestoredFromYesterdayLogsNobodyOut() {
    // Given
    var family = tv().with("generation = 4").age(Duration.ofDays(1));

    // When
    var response = refresh(family.token(9));

    // Then
    response.statusCode(200).body("refresh_token", equalTo(family.token(9)));
    assertThat(family.read()).isEqualTo(new StoredFamily.Row(9, true, false, "", "t1"));
  }

  @Test
  void ofTwoHundredParallelRefreshesAllGetOneSuccessor() {
    // Given
    var family = tv().with("generation = 7").age(Duration.ofHours(1));

    // When
    var answers = refreshTogether(family.token(7), 200);

    // Then
    assertThat(answers).hasSize(200).containsOnly(family.token(8));
    assertThat(family.read().generation()).isEqualTo(8);
  }

  @Test
  void aTokenUnderTheSecretBeforeIsReplacedByOneUnderTheCurrent() {
    // Given
    var family = tv().with("generation = 5, secret_kid = 't0'").age(Duration.ofHours(1));

    // When
    var response = refresh(family.token("t0", 5));

    // Then
    response.statusCode(200).body("refresh_token", equalTo(family.token("t1", 6)));
    refresh(family.token("t0", 5)).body("refresh_token", equalTo(family.token("t1", 6)));
  }

  @Test
  void endsWhatWasNotUsedForTooLong() {
    // Given
    var family = tv().age(Duration.ofDays(365));

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void endsWhatIsTooOldHoweverMuchUsed() {
    // Given
    var family = tv().age(Duration.ofDays(3650)).with("rotated_at = now(), last_seen_at = now()");

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void aClientMayHaveShorterLifetimes() {
    // Given
    var family =
        StoredFamily.linked(stores(), FamilyKinds.SHORT_LIVED)
            .age(Duration.ofSeconds(FamilyTwin.SHORT_IDLE));

    // When
    var response = refresh(family.token(1), FamilyKinds.SHORT_LIVED);

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void withoutRotationADeviceKeepsItsToken() {
    // Given
    var family = StoredFamily.linked(stores(), FamilyKinds.KEEPER).age(Duration.ofDays(30));

    // When
    var response =
        post(
            refreshForm(family.token(1))
                .formParam("client_id", FamilyKinds.KEEPER)
                .formParam("client_secret", Neighbours.SECRET));

    // Then
    response
        .statusCode(200)
        .body("access_token", notNullValue())
        .body("$", not(hasKey("refresh_token")));
    assertThat(family.read().generation()).isEqualTo(1);
  }

  @Test
  void aPublicClientWithoutAKeyRotatesWhateverIsRegistered() {
    // Given
    var family = StoredFamily.linked(stores(), FamilyKinds.KEEPS_IN_VAIN);

    // When
    var response = refresh(family.token(1), FamilyKinds.KEEPS_IN_VAIN);

    // Then
    response.statusCode(200).body("refresh_token", equalTo(family.token(2)));
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

  private static void isRefused(ValidatableResponse response) {
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  /** The refresh token or the error of each answer. */
  private static List<String> refreshTogether(String token, int times) {
    try (var threads = Executors.newFixedThreadPool(times)) {
      var refreshes =
          Collections.nCopies(times, token).stream()
              .map(each -> CompletableFuture.supplyAsync(() -> answer(each), threads))
              .toList();
      return refreshes.stream().map(CompletableFuture::join).toList();
    }
  }

  private static String answer(String token) {
    var answer = refresh(token).extract();
    String next = answer.path(answer.statusCode() == 200 ? "refresh_token" : "error");
    return next;
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
