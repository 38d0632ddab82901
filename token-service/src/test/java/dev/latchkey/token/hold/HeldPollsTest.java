package dev.latchkey.token.hold;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.PatientDevice.awaitHeld;
import static dev.latchkey.token.PatientDevice.isListenedTo;
import static dev.latchkey.token.PatientDevice.poll;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class HeldPollsTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(3);

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
    person().approve(code);

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
    person().deny(code);

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
    person().approve(code);

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
    person().deny(code);

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
  void whatExpiresMeanwhileIsExpiredAtTheEnd() {
    // Given
    var code = pending().expiresIn(Duration.ofSeconds(1)).save(redis());

    // When
    var device = poll(code, "wait=2");

    // Then
    assertThat(device.member("error")).isEqualTo("expired_token");
  }

  @Test
  void theBudgetOfAClaimBeginsWithTheClaim() {
    // Given
    var code = opened().save(redis());
    var device = poll(code, "wait=20");
    // More than a claim may take before its fence.
    await().pollDelay(Duration.ofMillis(4_500)).until(() -> isListenedTo(redis(), code));

    // When
    person().approve(code);

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
    return Person.opens(pending());
  }

  private Person person() {
    return new Person(decisions);
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}
