package dev.latchkey.token.limit;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Device codes that nobody has. Each test comes from an address of its own. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UnknownCodesTest {

  private static final String NAME = "unknown-codes-per-address";
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int LIMIT = 300;

  /** So many together Redis is told of. */
  private static final int SHARE = 30;

  private static final String TV = "living-room-tv";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @AfterEach
  void goesOn() {
    stores.redis().thaw();
  }

  @Test
  void beyondTheLimitTheDeviceIsToldToSlowDown() {
    // Given
    used("c6336401");
    unknown("198.51.100.1", TV, SHARE - 1).statusCode(400).body("error", equalTo("invalid_grant"));

    // When
    var response = unknown("198.51.100.1", TV, 1);

    // Then
    isToldToSlowDown(response);
  }

  @Test
  void theErrorProfileMakesNoDifference() {
    // Given
    used("c6336402");

    // When
    var response = unknown("198.51.100.2", "auth0-tv", SHARE);

    // Then
    isToldToSlowDown(response);
  }

  @Test
  void codesThatExistAreAnsweredAsEver() {
    // Given
    var waiting = pending().save(stores.redis());
    var approved = approvedBy(ALICE.toString()).save(stores.redis());
    used("c6336403");
    isToldToSlowDown(unknown("198.51.100.3", TV, SHARE));

    // When
    var first = poll(waiting, "198.51.100.3", TV);
    var early = poll(waiting, "198.51.100.3", TV);
    var decided = poll(approved, "198.51.100.3", TV);

    // Then
    first.statusCode(400).body("error", equalTo("authorization_pending"));
    early.statusCode(400).body("error", equalTo("slow_down")).body("interval", equalTo(10));
    decided.statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void pollsOfAGrantAreNotCounted() {
    // Given
    var code = pending().save(stores.redis());

    // When
    IntStream.range(0, 2 * SHARE).forEach(time -> poll(code, "198.51.100.4", TV));

    // Then
    assertThat(StoredLimit.count(stores.redis(), NAME, "c6336404")).isZero();
  }

  @Test
  void anIpv6NetworkOf64BitsIsOneAddress() {
    // Given
    used("20010db800010003");

    // When
    var responses =
        IntStream.rangeClosed(1, SHARE)
            .mapToObj(
                host -> poll(DeviceCode.random(), "2001:db8:1:3::" + Integer.toHexString(host), TV))
            .toList();

    // Then
    isToldToSlowDown(responses.getLast());
  }

  @Test
  void whatTheCallerPutsIntoXForwardedForMakesNoOtherAddress() {
    // Given
    used("c6336407");

    // When
    var responses =
        IntStream.rangeClosed(1, SHARE)
            .mapToObj(i -> poll(DeviceCode.random(), "203.0.113.%d, 198.51.100.7".formatted(i), TV))
            .toList();

    // Then
    isToldToSlowDown(responses.getLast());
  }

  @Test
  void withoutRedisAPollIsToldToComeAgain() {
    // Given
    used("c6336408");
    unknown("198.51.100.8", TV, SHARE - 1);
    stores.redis().freeze();

    // When
    var response = poll(DeviceCode.random(), "198.51.100.8", TV);

    // Then
    response.statusCode(503).body("error", equalTo("slow_down"));
  }

  @Test
  void anotherClientsCodeCountsAsUnknown() {
    // Given
    var code = pending().save(stores.redis());
    used("c6336405");

    // When
    var responses =
        IntStream.range(0, SHARE).mapToObj(time -> poll(code, "198.51.100.5", "other-tv")).toList();

    // Then
    isToldToSlowDown(responses.getLast());
  }

  @Test
  void isAuditedOnceHoweverManyAreRefused() {
    // Given
    used("c6336406");

    try (var lines = AuditLines.open()) {
      // When
      unknown("198.51.100.6", TV, SHARE + 20);

      // Then
      assertThat(lines.of("limit.reached", "address", "198.51.100.6"))
          .containsExactly(
              "event=limit.reached client_id=living-room-tv address=198.51.100.6"
                  + " kind=unknown_code_address");
    }
  }

  private static void isToldToSlowDown(ValidatableResponse response) {
    response
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("slow_down"));
    assertThat(Integer.parseInt(response.extract().header("Retry-After"))).isBetween(50, 70);
  }

  /** The answer to the last of so many polls, each with a code that nobody has. */
  private static ValidatableResponse unknown(String address, String client, int times) {
    return IntStream.range(0, times)
        .mapToObj(time -> poll(DeviceCode.random(), address, client))
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  private static ValidatableResponse poll(DeviceCode code, String address, String client) {
    return post(
        pollForm(code.value()).header("X-Forwarded-For", address).formParam("client_id", client));
  }

  private void used(String prefix) {
    StoredLimit.used(stores.redis(), NAME, prefix, WINDOW, LIMIT);
  }
}
