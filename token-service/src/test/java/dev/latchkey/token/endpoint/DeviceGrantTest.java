package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Neighbours.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DeviceGrantTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @Test
  void deliversTheTokensOfAnApprovedGrant() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("token_type", equalTo("Bearer"))
        .body("scope", equalTo(StoredGrant.SCOPE))
        .body("expires_in", notNullValue())
        .body("id_token", notNullValue())
        .body("refresh_token", matchesPattern("t1\\.[A-Za-z0-9_-]{22}\\.1\\.[A-Za-z0-9_-]{43}"));
  }

  @Test
  void signsTokensThatAnIndependentLibraryVerifies() throws Exception {
    // Given
    var keys = JWKSet.parse(RestAssured.get("/.well-known/jwks.json").asString());
    var code = approvedBy(ALICE.toString()).save(stores().redis());

    // When
    var answer = poll(code).extract();

    // Then
    SignedJWT access = SignedJWT.parse(answer.path("access_token"));
    var key = keys.getKeyByKeyId(access.getHeader().getKeyID()).toECKey();
    assertThat(access.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(access.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
    var claims = access.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
    assertThat(claims.getSubject()).isEqualTo(ALICE.toString());
    assertThat(claims.getAudience())
        .containsExactlyInAnyOrder(StoredGrant.API, "http://localhost:8080/userinfo");
    assertThat(access.getPayload().toJSONObject())
        .hasEntrySatisfying("aud", aud -> assertThat(aud).isInstanceOf(List.class))
        .hasEntrySatisfying("amr", amr -> assertThat(amr).isInstanceOf(List.class))
        .hasEntrySatisfying("exp", exp -> assertThat(exp).isInstanceOf(Long.class))
        .hasEntrySatisfying("iat", iat -> assertThat(iat).isInstanceOf(Long.class))
        .hasEntrySatisfying("auth_time", time -> assertThat(time).isInstanceOf(Long.class));
    assertThat(claims.getClaims())
        .containsKeys("iat", "exp", "jti", "auth_time", "amr", "device_id")
        .containsEntry("client_id", "living-room-tv")
        .containsEntry("scope", StoredGrant.SCOPE);
    SignedJWT id = SignedJWT.parse(answer.path("id_token"));
    assertThat(id.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(id.getPayload().toJSONObject()).containsEntry("aud", "living-room-tv");
    assertThat(id.getJWTClaimsSet().getClaims()).containsKeys("at_hash", "auth_time");
  }

  @Test
  void givesNoRefreshTokenThatWasNotAskedForAndNoIdTokenWithoutOpenid() {
    // Given
    var code =
        approvedBy(ALICE.toString()).withScope("watch").notRefreshable().save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(200).body("refresh_token", nullValue()).body("id_token", nullValue());
  }

  @Test
  void refusesACodeThatWasAlreadyRedeemed() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());
    poll(code);

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused(pending(), "living-room-tv", 400, "authorization_pending"),
        refused(pending().nextPollIn(3), "living-room-tv", 400, "slow_down"),
        refused(denied(), "living-room-tv", 400, "access_denied"),
        refused(approvedBy("x").expired(), "living-room-tv", 400, "expired_token"),
        refused(pending(), "other-tv", 400, "invalid_grant"),
        refused(auth0(pending()), "auth0-tv", 403, "authorization_pending"),
        refused(auth0(pending()).nextPollIn(3), "auth0-tv", 429, "slow_down"),
        refused(auth0(denied()), "auth0-tv", 403, "access_denied"),
        refused(auth0(pending()).expired(), "auth0-tv", 403, "expired_token"),
        refused(pending(), "auth0-tv", 403, "invalid_grant"));
  }

  private static Arguments refused(StoredGrant grant, String client, int status, String error) {
    return Arguments.arguments(grant, client, status, error);
  }

  private static StoredGrant auth0(StoredGrant grant) {
    return grant.ofClient(new ClientId("auth0-tv")).withAuth0Profile();
  }

  @ParameterizedTest(name = "{1}: {2} {3}")
  @MethodSource("refusals")
  void namesTheReasonWhenThereAreNoTokens(
      StoredGrant grant, String client, int status, String error) {
    // Given
    var code = grant.save(stores().redis());

    // When
    var response = poll(code, client);

    // Then
    response
        .statusCode(status)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("error", equalTo(error))
        .body("error_description", notNullValue());
  }

  @Test
  void saysHowLongToWaitAfterAnEarlyPoll() {
    // Given
    var code = pending().nextPollIn(3).save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).header("Retry-After", "10").body("interval", equalTo(10));
  }

  @Test
  void tellsAnAuth0ClientOnceThatItsCodeHasExpired() {
    // Given
    var code = auth0(pending()).expired().save(stores().redis());
    poll(code, "auth0-tv");

    // When
    var response = poll(code, "auth0-tv");

    // Then
    response.statusCode(403).body("error", equalTo("invalid_grant"));
  }

  @Test
  void deniesWhatWasApprovedByAnAccountThatIsDisabledSince() {
    // Given
    var code = approvedBy(MALLORY.toString()).save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
    poll(code).statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void ofFiftyConcurrentPollsExactlyOneGetsTheTokens() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());

    // When
    var statuses = pollTogether(code, 50);

    // Then
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(49);
  }

  private static List<Integer> pollTogether(DeviceCode code, int times) {
    try (var threads = Executors.newFixedThreadPool(times)) {
      var polls =
          Collections.nCopies(times, code).stream()
              .map(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> poll(each).extract().statusCode(), threads))
              .toList();
      return polls.stream().map(CompletableFuture::join).toList();
    }
  }

  @Test
  void takesOverAClaimWhoseHolderFellSilent() {
    // Given
    var code =
        approvedBy(ALICE.toString())
            .claimedUntil(new ClaimId("silent"), Duration.ofSeconds(-1))
            .save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void aGrantThatRedisForgotIsRedeemedStillYieldsNoTokensTwice() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());
    fence(code, "somebody-else");

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    assertThat(StoredGrant.read(stores().redis(), code)).containsEntry("state", "REDEEMED");
  }

  @Test
  void aClaimThatMayHaveWrittenItsFenceBeforeItGaveUpIsDelivered() {
    // Given
    var code = approvedBy(ALICE.toString()).releasedBy(new ClaimId("mine")).save(stores().redis());
    fence(code, "mine");

    // When
    var response = poll(code);

    // Then
    response.statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void aFailoverThatForgetsADeliveryAfterARetryStillYieldsNoTokensTwice() {
    // Given
    var code =
        approvedBy(ALICE.toString()).releasedBy(new ClaimId("gave-up")).save(stores().redis());
    fence(code, "delivered-since");

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
  }

  private void fence(DeviceCode code, String claim) {
    Neighbours.run(
        stores(),
        "insert into issued.redemption values ('%s', '%s', now())"
            .formatted(code.grantId().value(), claim));
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
