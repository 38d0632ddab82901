package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Neighbours.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.hooks.HookAnswer;
import dev.latchkey.hooks.HookServer;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.PatientDevice;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A hook for redemptions, without which nothing is decided; and one for refreshes, which may fail.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(ActionTest.Hooked.class)
class ActionTest {

  /** With hooks. */
  public static class Hooked implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              HookServer.class, Map.of("redemption", "fail-closed", "refresh", "fail-open")));
    }
  }

  private static final String REDEMPTION = "redemption";
  private static final String REFRESH = "refresh";
  private static final String DENY = "{\"decision\":\"deny\",\"reason\":\"No seat is left\"}";
  private static final int HOUR = 3600;

  private final CountDownLatch released = new CountDownLatch(1);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private HookServer hooks;

  @Inject
  @SuppressWarnings("NullAway.Init")
  CircuitBreakerMaintenance breakers;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
    hooks.reset();
    breakers.resetAll();
  }

  @AfterEach
  void release() {
    released.countDown();
    assertThat(hooks.complaints()).isEmpty();
  }

  @Test
  void pollsThatGetNoTokensAskNobody() {
    // When
    poll(saved(pending()));
    poll(saved(pending().nextPollIn(30)));
    poll(saved(denied()));
    poll(saved(approvedBy(ALICE.toString()).expired()));
    poll(saved(approvedBy(MALLORY.toString())));
    poll(DeviceCode.random());
    PatientDevice.poll(saved(pending()), "wait=1").status();

    // Then
    assertThat(hooks.asked(REDEMPTION)).isEmpty();
  }

  @Test
  void isAskedWhoGetsWhatBeforeThereAreTokens() throws ParseException {
    // Given
    var code = approved();

    // When
    var response = poll(code);

    // Then
    var device = claims(response, "access_token").getStringClaim("device_id");
    assertThat(hooks.asked(REDEMPTION))
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.getString("grant")).isEqualTo(code.grantId().value());
              assertThat(question.getString("subject")).isEqualTo(ALICE.toString());
              assertThat(question.getString("client_id")).isEqualTo("living-room-tv");
              assertThat(question.getJsonArray("scopes"))
                  .isEqualTo(new JsonArray(List.of(StoredGrant.SCOPE.split(" "))));
              assertThat(question.getString("api")).isEqualTo(StoredGrant.API);
              assertThat(question.getString("address")).isEqualTo("203.0.113.7");
              assertThat(question.getString("device_id")).isEqualTo(device);
              assertThat(question.getJsonObject("device").getString("model")).isEqualTo("Flat 55");
            });
  }

  @Test
  void addsClaimsToTheAccessTokenAndToNothingElse() throws ParseException {
    // Given
    hooks.answers(
        REDEMPTION,
        """
        {"decision":"allow","claims":{"plan":"gold","https://example.com/site":{"floor":3}}}
        """);

    // When
    var response = poll(approved());

    // Then
    response.statusCode(200).body("expires_in", equalTo(HOUR));
    assertThat(claims(response, "access_token").getClaims())
        .containsEntry("plan", "gold")
        .containsEntry("https://example.com/site", Map.of("floor", 3L))
        .containsEntry("sub", ALICE.toString());
    assertThat(claims(response, "id_token").getClaims())
        .doesNotContainKeys("plan", "https://example.com/site");
  }

  @Test
  void whatATokenSaysByItselfNoHookSays() throws ParseException {
    // Given
    var ours = claims(poll(approved()), "access_token").getClaims().keySet();
    var code = approved();

    for (var claim : ours) {
      hooks.answers(REDEMPTION, "{\"decision\":\"allow\",\"claims\":{\"" + claim + "\":\"x\"}}");
      breakers.resetAll();

      // When
      var response = poll(code);

      // Then
      isToGoOn(response);
    }
    hooks.reset();
    poll(code).statusCode(200);
  }

  @Test
  void shortensTheLifeOfTheAccessToken() throws ParseException {
    // Given
    hooks.answers(REDEMPTION, "{\"decision\":\"allow\",\"access_token_lifetime\":60}");

    // When
    var response = poll(approved());

    // Then
    response.statusCode(200).body("expires_in", equalTo(60));
    assertThat(lifetime(claims(response, "access_token"))).isEqualTo(Duration.ofMinutes(1));
    assertThat(lifetime(claims(response, "id_token"))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void doesNotLengthenIt() throws ParseException {
    // Given
    hooks.answers(REDEMPTION, "{\"decision\":\"allow\",\"access_token_lifetime\":86400}");

    // When
    var response = poll(approved());

    // Then
    response.statusCode(200).body("expires_in", equalTo(HOUR));
    assertThat(lifetime(claims(response, "access_token"))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aGrantThatItDeniesIsOver() {
    // Given
    var code = approved();
    hooks.answers(REDEMPTION, DENY);

    try (var audit = AuditLines.open()) {
      // When
      var response = poll(code);

      // Then
      response
          .statusCode(400)
          .body("error", equalTo("access_denied"))
          .body("error_description", equalTo("No seat is left"));
      hooks.reset();
      poll(code).statusCode(400).body("error", equalTo("access_denied"));
      assertThat(hooks.asked(REDEMPTION)).isEmpty();
      var grant = code.grantId().value();
      assertThat(audit.of("grant.refused", "grant", grant)).hasSize(1);
      assertThat(audit.of("action.denied", "grant", grant))
          .singleElement()
          .asString()
          .contains("trigger=redemption", "No seat is left", "subject=" + ALICE);
    }
  }

  @Test
  void theProfileGivesADenialItsStatus() {
    // Given
    var code =
        saved(approvedBy(ALICE.toString()).ofClient(new ClientId("auth0-tv")).withAuth0Profile());
    hooks.answers(REDEMPTION, DENY);

    // When
    var response = poll(code, "auth0-tv");

    // Then
    response.statusCode(403).body("error", equalTo("access_denied"));
  }

  @Test
  void aDeviceGoesOnPollingWhileTheHookFailsAndLosesNothing() {
    // Given
    var code = approved();
    hooks.answers(REDEMPTION, HookAnswer.of(500, "text/plain", ""));

    // When
    var response = poll(code);

    // Then
    isToGoOn(response);
    hooks.reset();
    poll(code).statusCode(200);
  }

  @Test
  void aDeviceGoesOnPollingWhileTheHookHangsAndLosesNothing() {
    // Given
    var code = approved();
    hooks.answers(REDEMPTION, HookAnswer.hang(released));

    // When
    var response = poll(code);

    // Then
    isToGoOn(response);
    hooks.reset();
    poll(code).statusCode(200);
  }

  @Test
  void aRefreshIsAskedAboutAnewAndHasItsOwnClaims() throws ParseException {
    // Given
    hooks.answers(REDEMPTION, "{\"decision\":\"allow\",\"claims\":{\"plan\":\"gold\"}}");
    hooks.answers(
        REFRESH,
        "{\"decision\":\"allow\",\"claims\":{\"plan\":\"silver\"},\"access_token_lifetime\":60}");
    var linked = poll(approved());

    // When
    var response = refresh(linked.extract().path("refresh_token"));

    // Then
    response.statusCode(200).body("expires_in", equalTo(60));
    assertThat(claims(response, "access_token").getClaims()).containsEntry("plan", "silver");
    assertThat(hooks.asked(REFRESH))
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.getString("subject")).isEqualTo(ALICE.toString());
              assertThat(question.getString("address")).isEqualTo("127.0.0.1");
              assertThat(question.getString("device_id"))
                  .isEqualTo(claims(linked, "access_token").getStringClaim("device_id"));
            });
  }

  @Test
  void claimsAreNotKept() throws ParseException {
    // Given
    hooks.answers(REDEMPTION, "{\"decision\":\"allow\",\"claims\":{\"plan\":\"gold\"}}");
    String token = poll(approved()).extract().path("refresh_token");

    // When
    var response = refresh(token);

    // Then
    assertThat(claims(response, "access_token").getClaims()).doesNotContainKey("plan");
  }

  @Test
  void aDeniedRefreshMovesNothingSoThatTheDeviceKeepsItsToken() {
    // Given
    String token = poll(approved()).extract().path("refresh_token");
    hooks.answers(REFRESH, DENY);

    try (var audit = AuditLines.open()) {
      // When
      var response = refresh(token);

      // Then
      response
          .statusCode(400)
          .body("error", equalTo("access_denied"))
          .body("error_description", equalTo("No seat is left"));
      assertThat(audit.of("device.refreshed")).isEmpty();
      assertThat(audit.of("action.denied", "trigger", REFRESH)).hasSize(1);
      hooks.reset();
      refresh(token).statusCode(200);
      assertThat(audit.of("device.refreshed")).singleElement().asString().contains("generation=2");
    }
  }

  @Test
  void aStolenTokenEndsTheLinkWhateverTheHookSays() {
    // Given
    var family = StoredFamily.linked(stores, "living-room-tv").with("generation = 3");
    hooks.answers(REFRESH, DENY);

    try (var audit = AuditLines.open()) {
      // When
      var response = refresh(family.token(1));

      // Then
      response.statusCode(400).body("error", equalTo("invalid_grant"));
      assertThat(hooks.asked(REFRESH)).isEmpty();
      assertThat(audit.reasons("device", family.id().toString()))
          .containsExactly("device.revoked reuse", "device.refresh_refused reuse");
    }
  }

  @Test
  void aHookThatMayFailIsDoneWithout() throws ParseException {
    // Given
    String token = poll(approved()).extract().path("refresh_token");
    hooks.answers(REFRESH, HookAnswer.of(500, "text/plain", ""));

    // When
    var response = refresh(token);

    // Then
    response.statusCode(200).body("expires_in", equalTo(600));
  }

  @Test
  void aHookThatMayFailIsLeftAloneToo() {
    // Given
    String token = poll(approved()).extract().path("refresh_token");
    hooks.answers(REFRESH, HookAnswer.of(500, "text/plain", ""));

    // When
    for (var n = 0; n < 20; n++) {
      refresh(token).statusCode(200);
    }

    // Then
    assertThat(hooks.asked(REFRESH)).hasSizeBetween(10, 19);
  }

  private DeviceCode approved() {
    return saved(approvedBy(ALICE.toString()));
  }

  private DeviceCode saved(StoredGrant grant) {
    return grant.save(stores.redis());
  }

  /** RFC 8628 section 3.5: to any other error a device would stop. */
  private static void isToGoOn(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Retry-After", matchesPattern("[5-9]"))
        .body("error", equalTo("slow_down"));
  }

  private static JWTClaimsSet claims(ValidatableResponse response, String token)
      throws ParseException {
    return SignedJWT.parse(response.extract().path(token)).getJWTClaimsSet();
  }

  private static Duration lifetime(JWTClaimsSet claims) {
    return Duration.between(
        claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
  }
}
