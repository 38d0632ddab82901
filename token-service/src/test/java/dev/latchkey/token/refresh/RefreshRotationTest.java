package dev.latchkey.token.refresh;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the token that is shown: the grace for lost answers, and the end of stolen ones.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshRotationTest {

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

  private String linked() {
    return poll(approvedBy(ALICE.toString()).save(stores().redis()))
        .extract()
        .path("refresh_token");
  }

  private StoredFamily tv() {
    return StoredFamily.linked(stores(), "living-room-tv");
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
