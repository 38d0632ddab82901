package dev.latchkey.token.hold;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.PatientDevice.awaitHeld;
import static dev.latchkey.token.PatientDevice.isListenedTo;
import static dev.latchkey.token.PatientDevice.poll;
import static dev.latchkey.token.PatientDevice.pollAndForget;
import static dev.latchkey.token.PatientDevice.pollOverHttp2;
import static dev.latchkey.token.PatientDevice.upgrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantDecisions;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Device;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.Person;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gets lost while a poll is held: clients, messages, connections, stores. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class HeldPollsLossesTest {

  private static final Duration ALMOST_OVER = Duration.ofSeconds(8);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  GrantDecisions decisions;

  @Inject
  @SuppressWarnings("NullAway.Init")
  MeterRegistry meters;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
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
  void nothingIsClaimedForWhoHasHungUp() throws IOException {
    // Given
    var code = opened().save(redis());
    var connection = pollAndForget(code, 20);
    awaitHeld(redis(), code);

    // When
    connection.close();
    await().until(() -> !isListenedTo(redis(), code));

    // Then
    person().approve(code);
    assertThat(StoredGrant.read(redis(), code)).containsEntry("state", "APPROVED");
    Device.poll(code).statusCode(200);
  }

  @Test
  void whatIsClaimedWhileSomebodyHangsUpIsGivenBack() {
    // When: Redis is still asked, and not given up
    var code =
        Stream.generate(this::hungUpWhileRedisIsAsked)
            .limit(5)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();

    // Then: long before the lease of a claim ends, which is 10 s
    await().atMost(Duration.ofSeconds(5)).until(() -> isClaimedAndGivenBack(code));
    Device.poll(code).statusCode(200);
  }

  @Test
  void nothingIsClaimedForWhoHasResetAStreamOfHttp2() throws Exception {
    // Given
    var code = opened().save(redis());
    assertThat(upgrade()).isEqualTo(HttpClient.Version.HTTP_2);
    var poll = pollOverHttp2(code, 20);
    awaitHeld(redis(), code);

    // When
    poll.cancel(true);
    await().until(() -> !isListenedTo(redis(), code));

    // Then
    person().approve(code);
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
    person().approve(code);
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
    person().approve(code);

    // Then
    var status = device.status();
    stores.postgres().restart();
    assertThat(status).isEqualTo(503);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> Device.poll(code).statusCode(200).body("access_token", Matchers.notNullValue()));
  }

  private static StoredGrant opened() {
    return Person.opens(pending());
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

  /** The grant, unless it took so long that Redis may have been given up meanwhile. */
  private Optional<DeviceCode> hungUpWhileRedisIsAsked() {
    var code = approvedBy(ALICE.toString()).expiresIn(ALMOST_OVER).save(redis());
    redis().freeze();
    var began = System.nanoTime();
    var connection = pollAndForget(code, 0);
    await().until(() -> inFlight() == 1 || isGivenUp(began));
    close(connection);
    await().until(() -> inFlight() == 0);
    redis().thaw();
    return isGivenUp(began) ? Optional.empty() : Optional.of(code);
  }

  private static void close(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isGivenUp(long began) {
    return System.nanoTime() - began > Duration.ofMillis(900).toNanos();
  }

  /** A claim gives a grant that is almost over some time more, which nobody takes back. */
  private boolean isClaimedAndGivenBack(DeviceCode code) {
    var grant = StoredGrant.read(redis(), code);
    var left = Long.parseLong(grant.getOrDefault("expires_at", "0")) - System.currentTimeMillis();
    return "APPROVED".equals(grant.get("state"))
        && !grant.containsKey("claim")
        && left > ALMOST_OVER.toMillis();
  }

  private double inFlight() {
    return meters.get("latchkey.requests.in.flight").gauge().value();
  }

  private Person person() {
    return new Person(decisions);
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}
