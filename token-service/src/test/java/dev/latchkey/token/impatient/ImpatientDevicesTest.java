package dev.latchkey.token.impatient;

import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.enter;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.PatientDevice.isListenedTo;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Devices that poll as fast as they can. That Redis is not asked shows in the grant: an early poll
 * that is would make its interval grow.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ImpatientDevicesTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  GrantDecisions decisions;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @AfterEach
  void goesOn() {
    redis().thaw();
  }

  @Test
  void theyAreAnsweredWithoutRedis() {
    // Given
    var code = impatient(waiting());
    var interval = interval(code);

    // When
    redis().freeze();
    var response = poll(code);

    // Then
    isSlowedDown(response);
    response.body("interval", equalTo(interval / 1_000));
    redis().thaw();
    for (var times = 0; times < 20; times++) {
      isSlowedDown(poll(code));
    }
    assertThat(interval(code)).isEqualTo(interval);
  }

  @Test
  void anApprovalIsDeliveredAtTheNextPoll() {
    // Given
    var code = impatient(waiting());

    // When
    person().approve(code);

    // Then
    await().atMost(Duration.ofSeconds(2)).until(() -> !isListenedTo(redis(), code));
    poll(code).statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void aDenialIsDeliveredAtTheNextPoll() {
    // Given
    var code = impatient(waiting());

    // When
    person().deny(code);

    // Then
    await().atMost(Duration.ofSeconds(2)).until(() -> !isListenedTo(redis(), code));
    poll(code).statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void redisIsAskedWhenTheSubscriptionIsLost() {
    // Given
    var code = impatient(waiting());
    var interval = interval(code);

    // When
    redis().execute("CLIENT", "KILL", "TYPE", "pubsub");

    // Then
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              isSlowedDown(poll(code));
              assertThat(interval(code)).isGreaterThan(interval);
            });
  }

  @Test
  void aPollIsAcceptedWhenTheWindowOpens() {
    // Given
    var code = impatient(waiting().nextPollIn(5));

    // When
    var patience = Duration.ofSeconds(20);

    // Then
    await()
        .atMost(patience)
        .untilAsserted(() -> poll(code).body("error", equalTo("authorization_pending")));
  }

  @Test
  void anotherClientLearnsNothing() {
    // Given
    var code = impatient(waiting());
    var interval = interval(code);

    // When
    var response = poll(code, "other-tv");

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    isSlowedDown(poll(code));
    assertThat(interval(code)).isEqualTo(interval);
  }

  @Test
  void aWrongProofIsOne() {
    // Given
    var code = waiting().withChallenge(CHALLENGE).save(redis());
    hurry(code, () -> prove(code, VERIFIER));
    var interval = interval(code);

    // When
    var response = prove(code, VERIFIER + "X");

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    isSlowedDown(prove(code, VERIFIER));
    assertThat(interval(code)).isEqualTo(interval);
  }

  @Test
  void whatThePersonEntersIsLookedAt() {
    // Given
    var code = impatient(waiting());
    var interval = interval(code);

    // When
    isSlowedDown(enter(code, "47"));

    // Then
    assertThat(interval(code)).isGreaterThan(interval);
  }

  @Test
  void whatCannotBeANumberIsNoWayAroundIt() {
    // Given
    var code = impatient(waiting());
    var interval = interval(code);

    // When
    isSlowedDown(enter(code, "forty-seven"));

    // Then
    assertThat(interval(code)).isEqualTo(interval);
  }

  /** Its window is far away, and its interval has room to grow. */
  private static StoredGrant waiting() {
    return Person.opens(pending()).nextPollIn(50);
  }

  /** A grant whose device has polled so often that it is answered from memory. */
  private DeviceCode impatient(StoredGrant grant) {
    var code = grant.save(redis());
    hurry(code, () -> poll(code));
    return code;
  }

  private void hurry(DeviceCode code, Polls polls) {
    for (var times = 0; times < 5; times++) {
      isSlowedDown(polls.poll());
    }
    await().until(() -> isListenedTo(redis(), code));
    // One more look; whoever was still on the way to listen, takes another.
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var before = interval(code);
              isSlowedDown(polls.poll());
              return interval(code) == before;
            });
  }

  private interface Polls {
    ValidatableResponse poll();
  }

  private static ValidatableResponse prove(DeviceCode code, String verifier) {
    return post(
        pollForm(code.value())
            .formParam("client_id", "living-room-tv")
            .formParam("code_verifier", verifier));
  }

  private static void isSlowedDown(ValidatableResponse response) {
    response.statusCode(400).body("error", equalTo("slow_down"));
  }

  private int interval(DeviceCode code) {
    return Integer.parseInt(StoredGrant.read(redis(), code).getOrDefault("interval", "0"));
  }

  private Person person() {
    return new Person(decisions);
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}
