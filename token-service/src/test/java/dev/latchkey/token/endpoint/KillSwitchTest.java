package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.PatientDevice;
import dev.latchkey.token.StoredFamily;
import dev.latchkey.token.Switches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KillSwitchTest {

  private static final String TV = "paused-tv";
  private static final String OTHER = "living-room-tv";

  private static final KillSwitch CLIENT_OFF = KillSwitch.client(TV);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
    Neighbours.publicClient(stores, TV, "enabled = true");
  }

  @AfterEach
  void release() {
    switches().release();
  }

  static Stream<KillSwitch> whateverConcernsIt() {
    return Stream.of(
        KillSwitch.SERVICE, CLIENT_OFF, KillSwitch.api(StoredGrant.API), KillSwitch.scope("watch"));
  }

  @Test
  void aPendingPollIsToldToComeAgainLaterAndNothingElseHappens() {
    // Given
    var code = pending().with("client_id", TV).save(stores.redis());
    var before = StoredGrant.read(stores.redis(), code);
    switches().off(CLIENT_OFF);

    // When
    var response = poll(code, TV);

    // Then
    isPaused(response, "slow_down");
    assertThat(StoredGrant.read(stores.redis(), code)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("whateverConcernsIt")
  void anApprovalWaitsForTheRelease(KillSwitch what) {
    // Given
    var code = approved("offline_access watch");
    switches().off(what);
    isPaused(poll(code, TV), "slow_down");
    isPaused(poll(code, TV), "slow_down");
    switches().release();

    // When
    var response = poll(code, TV);

    // Then
    response.statusCode(200).body("scope", equalTo("offline_access watch"));
  }

  @ParameterizedTest
  @MethodSource("whateverConcernsIt")
  void aRefreshTokenIsAsGoodAfterTheReleaseAsBefore(KillSwitch what) {
    // Given
    var family = StoredFamily.linked(stores, TV).with("scope = 'offline_access watch'");
    var before = family.read();
    switches().off(what);
    isPaused(refresh(family.token(1), TV), "temporarily_unavailable");
    assertThat(family.read()).isEqualTo(before);
    switches().release();

    // When
    var response = refresh(family.token(1), TV);

    // Then
    response.statusCode(200).body("scope", equalTo("offline_access watch"));
  }

  @Test
  void oneScopeOfSeveralIsLeftOutWhileItIsOff() {
    // Given
    var code = approved("openid offline_access watch");
    switches().off(KillSwitch.scope("watch"));

    // When
    var response = poll(code, TV);

    // Then
    response.statusCode(200).body("scope", equalTo("openid offline_access"));
    switches().release();
    String token = response.extract().path("refresh_token");
    refresh(token, TV).statusCode(200).body("scope", equalTo("openid offline_access watch"));
  }

  @Test
  void whoeverAsksForThatScopeAloneIsToldToComeAgainLater() {
    // Given
    var family = StoredFamily.linked(stores, TV);
    switches().off(KillSwitch.scope("watch"));

    // When
    var response =
        post(refreshForm(family.token(1)).formParam("client_id", TV).formParam("scope", "watch"));

    // Then
    isPaused(response, "temporarily_unavailable");
  }

  @Test
  void otherClientsGoOn() {
    // Given
    var family = StoredFamily.linked(stores, OTHER);
    switches().off(CLIENT_OFF);

    // When
    var response = refresh(family.token(1), OTHER);

    // Then
    response.statusCode(200);
  }

  @Test
  void anAnswerThatWasLostIsNotRepeatedWhileItsScopeIsOff() {
    // Given
    var code = approved("openid watch", CHALLENGE);
    pollWith(VERIFIER, code).statusCode(200);
    switches().off(KillSwitch.scope("watch"));

    // When
    var response = pollWith(VERIFIER, code);

    // Then
    isPaused(response, "slow_down");
    switches().release();
    pollWith(VERIFIER, code).statusCode(200);
  }

  @Test
  void aPollThatIsHeldEndsAtOnce() {
    // Given
    var code = pending().with("client_id", TV).save(stores.redis());
    var device = PatientDevice.poll(code, "wait=25", TV, "");
    PatientDevice.awaitHeld(stores.redis(), code);

    // When
    switches().off(CLIENT_OFF);

    // Then
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
    assertThat(PatientDevice.poll(code, "wait=25", TV, "").member("error")).isEqualTo("slow_down");
  }

  @Test
  void whileTheServiceIsOffTokensCanBeGivenBack() {
    // Given
    var family = StoredFamily.linked(stores, TV);
    switches().off(KillSwitch.SERVICE);

    // When
    var response =
        form()
            .formParam("client_id", TV)
            .formParam("token", family.token(1))
            .when()
            .post("/oauth/revoke")
            .then();

    // Then
    response.statusCode(200);
    assertThat(family.read().revocation()).isNotEmpty();
  }

  @Test
  void whileTheServiceIsOffAdministratorsGoOn() {
    // Given
    switches().off(KillSwitch.SERVICE);

    // When
    var response = post(asAdministrator());

    // Then
    String token = response.statusCode(200).extract().path("access_token");
    keysAskedForWith(token).statusCode(200);
  }

  @Test
  void anAdministratorWhoseClientIsOffIsNone() {
    // Given
    String token = post(asAdministrator()).statusCode(200).extract().path("access_token");
    switches().off(KillSwitch.client("admin-cli"));

    // When
    var response = keysAskedForWith(token);

    // Then
    response.statusCode(401);
    isPaused(post(asAdministrator()), "temporarily_unavailable");
  }

  @Test
  void userinfoSaysNothingForNowInsteadOfRefusingTheToken() {
    // Given
    String token =
        refresh(StoredFamily.linked(stores, TV).token(1), TV).extract().path("access_token");
    switches().off(CLIENT_OFF);

    // When
    var response = given().auth().oauth2(token).when().get("/userinfo").then();

    // Then
    isPaused(response, "temporarily_unavailable");
  }

  @Test
  void whatIsOffStaysOffWhilePostgresqlIsAway() {
    // Given
    var code = approved("openid watch");
    switches().off(CLIENT_OFF);
    stores.postgres().freeze();

    // When
    var response = poll(code, TV);

    // Then
    stores.postgres().thaw();
    isPaused(response, "slow_down");
  }

  @Test
  void noneOfThisIsARefusalInTheAuditLog() {
    // Given
    var family = StoredFamily.linked(stores, TV);
    switches().off(CLIENT_OFF);

    try (var audit = AuditLines.open()) {
      // When
      refresh(family.token(1), TV);

      // Then
      assertThat(audit.with("client_id", TV)).isEmpty();
    }
  }

  private Switches switches() {
    return new Switches(stores, known);
  }

  private DeviceCode approved(String scope) {
    return approvedBy(ALICE.toString()).with("client_id", TV).withScope(scope).save(stores.redis());
  }

  private DeviceCode approved(String scope, String challenge) {
    return approvedBy(ALICE.toString())
        .with("client_id", TV)
        .withScope(scope)
        .withChallenge(challenge)
        .save(stores.redis());
  }

  private static ValidatableResponse poll(DeviceCode code, String client) {
    return post(pollForm(code.value()).formParam("client_id", client));
  }

  private static ValidatableResponse pollWith(String verifier, DeviceCode code) {
    return post(
        pollForm(code.value()).formParam("client_id", TV).formParam("code_verifier", verifier));
  }

  private static ValidatableResponse refresh(String token, String client) {
    return post(refreshForm(token).formParam("client_id", client));
  }

  private static RequestSpecification asAdministrator() {
    return form()
        .auth()
        .preemptive()
        .basic("admin-cli", Neighbours.SECRET)
        .formParam("grant_type", "client_credentials");
  }

  private static ValidatableResponse keysAskedForWith(String token) {
    return given().auth().oauth2(token).when().get("/admin/keys").then();
  }

  private static void isPaused(ValidatableResponse response, String error) {
    response
        .statusCode(503)
        .header("Cache-Control", "no-store")
        .body("error", equalTo(error))
        .body("error_description", containsString("Switched off for now"));
    assertThat(Integer.parseInt(response.extract().header("Retry-After"))).isBetween(30, 59);
  }
}
