package dev.latchkey.token.hold;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.PatientDevice.awaitHeld;
import static dev.latchkey.token.PatientDevice.isListenedTo;
import static dev.latchkey.token.PatientDevice.poll;
import static dev.latchkey.token.PatientDevice.pollAndForget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.Approval;
import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Decision;
import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.grant.Scope;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Device;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.PatientDevice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class HeldPollsTest {

  private static final BrowserId PHONE = new BrowserId("the-phone");
  private static final Duration BOND = Duration.ofMinutes(2);
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final Decision DENY = new Decision.Deny(null);
  private static final Decision APPROVE =
      new Decision.Approve(
          new Approval(
              ALICE.toString(),
              Scope.stored(StoredGrant.SCOPE),
              Instant.ofEpochSecond(1767225600),
              Set.of("pwd"),
              null));

  /** RFC 7636 appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  GrantDecisions decisions;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void anApprovalIsDeliveredAtOnce() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);

    // When
    decide(code, APPROVE);

    // Then
    assertThat(device.status()).isEqualTo(200);
    assertThat(device.member("access_token")).isNotEqualTo("null");
    assertThat(device.applied()).isEqualTo("wait=20");
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aDenialIsDeliveredAtOnce() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);

    // When
    decide(code, DENY);

    // Then
    assertThat(device.member("error")).isEqualTo("access_denied");
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void theDeviceLearnsAtOnceThatThePageShowsANumber() {
    // Given
    var code = opened().withNumberMatching().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);

    // When
    decide(code, APPROVE);

    // Then
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.member("confirmation_required")).isEqualTo("true");
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void whenTheTimeIsUpItIsPending() {
    // Given
    var code = pending().save(redis());

    // When
    var device = poll(code, "wait=1");

    // Then
    assertThat(device.status()).isEqualTo(400);
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.applied()).isEqualTo("wait=1");
    assertThat(device.answeredAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(isListenedTo(redis(), code)).isFalse();
  }

  @Test
  void theLookAtTheEndCountsAsNoPoll() {
    // Given
    var code = pending().save(redis());
    var device = poll(code, "wait=1");
    awaitHeld(redis(), code);
    var counted = StoredGrant.read(redis(), code);

    // When
    var status = device.status();

    // Then
    assertThat(status).isEqualTo(400);
    assertThat(StoredGrant.read(redis(), code)).isEqualTo(counted);
  }

  @Test
  void theNextPollMayComeAnIntervalAfterTheStart() {
    // Given
    var code = pending().withInterval(Duration.ofSeconds(1)).save(redis());
    poll(code, "wait=1").status();

    // When
    var next = poll(code, "wait=1");

    // Then
    assertThat(next.member("error")).isEqualTo("authorization_pending");
    assertThat(next.applied()).isEqualTo("wait=1");
  }

  @Test
  void aPollThatComesTooEarlyIsToldSoAtOnce() {
    // Given
    var code = pending().nextPollIn(4).save(redis());

    // When
    var device = poll(code, "wait=20");

    // Then
    assertThat(device.member("error")).isEqualTo("slow_down");
    assertThat(device.applied()).isEmpty();
    assertThat(device.answeredAfter()).isLessThan(AT_ONCE);
  }

  @Test
  void whatHasBeenDecidedIsNotWaitedFor() {
    // Given
    var code = approvedBy(ALICE.toString()).save(redis());

    // When
    var device = poll(code, "wait=20");

    // Then
    assertThat(device.status()).isEqualTo(200);
    assertThat(device.applied()).isEmpty();
    assertThat(device.answeredAfter()).isLessThan(AT_ONCE);
  }

  @Test
  void whoAsksForMoreThanHalfAMinuteGetsThat() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=3600");
    awaitHeld(redis(), code);

    // When
    decide(code, DENY);

    // Then
    assertThat(device.applied()).isEqualTo("wait=30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=soon", "wait=0", "respond-async"})
  void aPreferenceThatCannotBeReadIsNone(String prefer) {
    // Given
    var code = pending().save(redis());

    // When
    var device = poll(code, prefer);

    // Then
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.applied()).isEmpty();
    assertThat(device.answeredAfter()).isLessThan(AT_ONCE);
  }

  @ParameterizedTest
  @CsvSource({"other-tv, ''", "living-room-tv, &code_verifier=" + VERIFIER})
  void anotherClientOrAnotherProofIsNeverHeld(String client, String more) {
    // Given
    var code = pending().save(redis());

    // When
    var device = poll(code, "wait=20", client, more);

    // Then
    assertThat(device.member("error")).isEqualTo("invalid_grant");
    assertThat(device.answeredAfter()).isLessThan(AT_ONCE);
  }

  @Test
  void aPollWithANumberIsNotHeld() {
    // Given
    var code = pending().save(redis());

    // When
    var device = poll(code, "wait=20", "living-room-tv", "&confirmation_number=42");

    // Then
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.applied()).isEmpty();
    assertThat(device.answeredAfter()).isLessThan(AT_ONCE);
  }

  @Test
  void aDecisionThatWasNeverToldIsFoundAtTheEnd() {
    // Given
    var code = pending().save(redis());
    var device = poll(code, "wait=2");
    awaitHeld(redis(), code);

    // When
    approveWithoutAWord(code);

    // Then
    assertThat(device.status()).isEqualTo(200);
    assertThat(device.answeredAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whatExpiresMeanwhileIsExpiredAtTheEnd() {
    // Given
    var code = pending().expiresIn(Duration.ofSeconds(1)).save(redis());

    // When
    var device = poll(code, "wait=2");

    // Then
    assertThat(device.member("error")).isEqualTo("expired_token");
  }

  @Test
  void ofTwoThatAreHeldOneGetsTheTokens() {
    // Given
    var code = opened().withInterval(Duration.ofMillis(1)).save(redis());
    var devices = holdTwice(code, "");

    // When
    decide(code, APPROVE);

    // Then
    assertThat(devices)
        .extracting(device -> device.status() + " " + device.member("error"))
        .containsExactlyInAnyOrder("200 null", "400 invalid_grant");
  }

  @Test
  void ofTwoThatAreHeldWithTheirProofBothGetTheSameTokens() {
    // Given
    var code = opened().withChallenge(CHALLENGE).withInterval(Duration.ofMillis(1)).save(redis());
    var devices = holdTwice(code, "&code_verifier=" + VERIFIER);

    // When
    decide(code, APPROVE);

    // Then
    assertThat(devices).allMatch(device -> device.status() == 200);
    assertThat(devices).extracting(device -> device.member("access_token")).hasSize(2);
    assertThat(devices.getFirst().member("access_token"))
        .isEqualTo(devices.getLast().member("access_token"));
  }

  @Test
  void nothingIsClaimedForWhoHasHungUp() throws IOException {
    // Given
    var code = opened().save(redis());
    var connection = pollAndForget(code, 20);
    awaitHeld(redis(), code);

    // When
    connection.close();
    await().until(() -> !isListenedTo(redis(), code));

    // Then
    decide(code, APPROVE);
    assertThat(StoredGrant.read(redis(), code)).containsEntry("state", "APPROVED");
    Device.poll(code).statusCode(200);
  }

  @Test
  void aPollIsHeldOnWhenItsSubscriptionIsLost() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);

    // When
    redis().execute("CLIENT", "KILL", "TYPE", "pubsub");

    // Then
    await().until(() -> isListenedTo(redis(), code));
    decide(code, APPROVE);
    assertThat(device.status()).isEqualTo(200);
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void whatWasDecidedWhileTheSubscriptionWasLostIsFoundWhenItIsBack() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=25");
    awaitHeld(redis(), code);

    // When
    redis().execute("CLIENT", "KILL", "TYPE", "pubsub");
    approveWithoutAWord(code);

    // Then
    assertThat(device.status()).isEqualTo(200);
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aRedisThatIsAwayAtTheEndMakesTheDeviceSlowDown() {
    // Given
    var code = pending().save(redis());
    var device = poll(code, "wait=1");
    awaitHeld(redis(), code);

    // When
    redis().freeze();

    // Then
    var status = device.status();
    redis().thaw();
    assertThat(status).isEqualTo(503);
    assertThat(device.member("error")).isEqualTo("slow_down");
  }

  @Test
  void aPostgresqlThatIsAwayWhenSomebodyApprovesLosesNothing() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);
    stores.postgres().stop();

    // When
    decide(code, APPROVE);

    // Then
    var status = device.status();
    stores.postgres().restart();
    assertThat(status).isEqualTo(503);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> Device.poll(code).statusCode(200).body("access_token", Matchers.notNullValue()));
  }

  @Test
  void theBudgetOfAClaimBeginsWithTheClaim() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    // More than a claim may take before its fence.
    await().pollDelay(Duration.ofMillis(4_500)).until(() -> isListenedTo(redis(), code));

    // When
    decide(code, APPROVE);

    // Then
    assertThat(device.status()).isEqualTo(200);
  }

  @Test
  void anAnswerInAuth0sMannerIsOneAfterAWaitToo() {
    // Given
    var client = new ClientId("auth0-tv");
    var code = pending().ofClient(client).withAuth0Profile().save(redis());

    // When
    var device = poll(code, "wait=1", client.value(), "");

    // Then
    assertThat(device.status()).isEqualTo(403);
    assertThat(device.member("error")).isEqualTo("authorization_pending");
  }

  private static StoredGrant opened() {
    return pending().openedBy(PHONE, BOND);
  }

  private List<PatientDevice> holdTwice(DeviceCode code, String more) {
    var devices =
        Stream.generate(() -> poll(code, "wait=20", "living-room-tv", more)).limit(2).toList();
    awaitHeld(redis(), code);
    return devices;
  }

  private void decide(DeviceCode code, Decision decision) {
    var outcome =
        decisions.decide(code.grantId(), PHONE, decision).await().atMost(Duration.ofSeconds(5));
    assertThat(outcome).isEqualTo(DecisionOutcome.RECORDED);
  }

  /** As if whoever decides died before anybody was told. */
  private void approveWithoutAWord(DeviceCode code) {
    redis()
        .execute(
            "HSET",
            StoredGrant.key(code),
            "state",
            "APPROVED",
            "subject",
            ALICE.toString(),
            "granted",
            StoredGrant.SCOPE,
            "auth_time",
            "1767225600",
            "amr",
            "pwd");
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}
