package dev.latchkey.token.hold;

import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.PatientDevice.awaitHeld;
import static dev.latchkey.token.PatientDevice.isListenedTo;
import static dev.latchkey.token.PatientDevice.poll;
import static dev.latchkey.token.PatientDevice.pollAndForget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.PatientDevice;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A pod that holds two polls at a time, 20 s at most, and has two places for those who wait for a
 * store; in the end it leaves.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(CrowdedPodTest.Small.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrowdedPodTest {

  /** Two of each. */
  public static class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "latchkey.hold.limit", "2",
          "latchkey.hold.longest", "20s",
          "latchkey.overload.in-flight", "2");
    }
  }

  /** Much less than Redis is waited for. */
  private static final Duration AT_ONCE = Duration.ofMillis(400);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Event<ShutdownDelayInitiatedEvent> leaving;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  @Order(1)
  void whoComesWhenAllPlacesAreTakenIsAnsweredAtOnce() throws IOException {
    // Given
    var codes = Stream.generate(() -> pending().save(redis())).limit(2).toList();
    var connections = codes.stream().map(code -> pollAndForget(code, 20)).toList();
    codes.forEach(code -> awaitHeld(redis(), code));

    // When
    var third = poll(pending().save(redis()), "wait=20");

    // Then
    assertThat(third.member("error")).isEqualTo("authorization_pending");
    assertThat(third.applied()).isEmpty();
    assertThat(third.answeredAfter()).isLessThan(Duration.ofSeconds(3));
    for (var connection : connections) {
      connection.close();
    }
    await().until(() -> codes.stream().noneMatch(code -> isListenedTo(redis(), code)));
  }

  @Test
  @Order(2)
  void aPlaceThatWasLeftIsFree() {
    // Given
    for (var turn = 0; turn < 3; turn++) {
      poll(pending().save(redis()), "wait=1").status();
    }

    // When
    var device = poll(pending().save(redis()), "wait=1");

    // Then
    assertThat(device.applied()).isEqualTo("wait=1");
  }

  @Test
  @Order(3)
  void theMetadataSayHowLongAPollIsHeld() {
    // When
    var metadata = RestAssured.get("/.well-known/oauth-authorization-server").then();

    // Then
    metadata.body("poll_wait_max", Matchers.equalTo(20));
  }

  @Test
  @Order(4)
  void pollsThatAreHeldLeaveTheirPlacesToOthers() throws IOException {
    // Given
    var codes = Stream.generate(() -> pending().save(redis())).limit(2).toList();
    var connections = codes.stream().map(code -> pollAndForget(code, 20)).toList();
    codes.forEach(code -> awaitHeld(redis(), code));

    // When
    var third = poll(pending().save(redis()), "");

    // Then
    assertThat(third.member("error")).isEqualTo("authorization_pending");
    for (var connection : connections) {
      connection.close();
    }
  }

  @Test
  @Order(5)
  void whoFindsNoPlaceIsToldAtOnceInTheWordsOfItsGrant() {
    // Given
    var codes = Stream.generate(() -> pending().save(redis())).limit(3).toList();
    redis().freeze();
    try {
      var first = codes.stream().limit(2).map(code -> poll(code, "")).toList();
      await().until(() -> refresh().statusCode() == 503);

      // When
      var third = poll(codes.getLast(), "");
      var refresh = refresh();

      // Then
      assertThat(third.status()).isEqualTo(503);
      assertThat(third.member("error")).isEqualTo("slow_down");
      assertThat(third.header("Retry-After")).matches("[5-9]");
      assertThat(third.header("Cache-Control")).isEqualTo("no-store");
      assertThat(third.answeredAfter()).isLessThan(AT_ONCE);
      assertThat(refresh.statusCode()).isEqualTo(503);
      assertThat(refresh.path("error").toString()).isEqualTo("temporarily_unavailable");
      assertThat(refresh.header("Retry-After")).isNotEmpty();
      assertThat(first).noneMatch(PatientDevice::isAnswered);
    } finally {
      redis().thaw();
    }
  }

  @Test
  @Order(6)
  void resourcesSendAwayTooButKeysAreAlwaysServed() {
    // Given
    var codes = Stream.generate(() -> pending().save(redis())).limit(2).toList();
    redis().freeze();
    try {
      codes.forEach(code -> poll(code, ""));
      await().until(() -> refresh().statusCode() == 503);

      // When
      var revocation = revocation();

      // Then
      assertThat(revocation.statusCode()).isEqualTo(503);
      assertThat(revocation.header("Retry-After")).matches("[5-9]");
      assertThat(RestAssured.get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
    } finally {
      redis().thaw();
    }
  }

  @Test
  @Order(7)
  void whoeverWaitsWhenThePodLeavesIsAnsweredSoonAndWhoComesIsNotHeld() {
    // Given
    var code = pending().save(redis());
    var device = poll(code, "wait=20");
    awaitHeld(redis(), code);

    // When
    leaving.fire(new ShutdownDelayInitiatedEvent());

    // Then
    assertThat(device.member("error")).isEqualTo("authorization_pending");
    assertThat(device.applied()).isEqualTo("wait=20");
    assertThat(device.answeredAfter()).isLessThan(Duration.ofSeconds(10));
    assertThat(device.isTheLast()).isTrue();
    var late = poll(pending().save(redis()), "wait=20");
    assertThat(late.member("error")).isEqualTo("authorization_pending");
    assertThat(late.answeredAfter()).isLessThan(Duration.ofSeconds(3));
  }

  /** With a token of nobody, which needs no store to be refused. */
  private static Response refresh() {
    return RestAssured.given()
        .formParam("grant_type", "refresh_token")
        .formParam("client_id", "living-room-tv")
        .formParam("refresh_token", "none")
        .post("/oauth/token");
  }

  /** Of an endpoint that is a resource. */
  private static Response revocation() {
    return RestAssured.given()
        .formParam("client_id", "living-room-tv")
        .formParam("token", "none")
        .post("/oauth/revoke");
  }

  private RedisProcess redis() {
    return stores.redis();
  }
}
