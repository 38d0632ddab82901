package dev.latchkey.authz.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices that ask for codes again and again. Each test comes from addresses of its own. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StartLimitTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String NAME = "starts-per-address";

  /** As the tests' configuration has it. */
  private static final int LIMIT = 1_000;

  /** So many together Redis is told of. */
  private static final int SHARE = 32;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SECRET = "a-secret-of-more-than-24-characters";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void recovers() {
    stores.redis().thaw();
  }

  @Test
  void beyondTheLimitTheAnswerSaysWhenToComeAgain() {
    // Given
    used("tv", "c6336401", LIMIT);
    start("tv", "198.51.100.1", SHARE - 1).statusCode(200);

    // When
    var response = start("tv", "198.51.100.1");

    // Then
    isRefused(response);
    assertThat(retryAfter(response)).isBetween(40, 70);
  }

  @Test
  void nothingIsStoredForOneThatIsRefused() {
    // Given
    used("tv", "c6336402", LIMIT);
    start("tv", "198.51.100.2", SHARE);
    var grants = grantsOf("198.51.100.2");

    // When
    isRefused(start("tv", "198.51.100.2", 20));

    // Then
    assertThat(grantsOf("198.51.100.2")).isEqualTo(grants);
    assertThat(used("tv", "c6336402")).isEqualTo(LIMIT + SHARE - 1);
  }

  @Test
  void otherAddressesAndOtherClientsGoOn() {
    // Given
    used("tv", "c6336403", LIMIT);
    isRefused(start("tv", "198.51.100.3", SHARE));

    // When
    var neighbour = start("tv", "198.51.100.30", SHARE);
    var otherClient = start("remote", "198.51.100.3", SHARE);

    // Then
    neighbour.statusCode(200).body("device_code", notNullValue());
    otherClient.statusCode(200).body("device_code", notNullValue());
  }

  @Test
  void anIpv6NetworkOf64BitsIsOneAddress() {
    // Given
    used("tv", "20010db800010002", LIMIT);

    // When
    var responses =
        IntStream.rangeClosed(1, SHARE)
            .mapToObj(host -> start("tv", "2001:db8:1:2::" + Integer.toHexString(host)))
            .toList();

    // Then
    isRefused(responses.getLast());
  }

  @Test
  void isAuditedOnceHoweverManyAreRefused() {
    // Given
    used("tv", "c6336404", LIMIT);

    try (var lines = AuditLines.open()) {
      // When
      start("tv", "198.51.100.4", SHARE + 20);

      // Then
      assertThat(lines.of("limit.reached", "address", "198.51.100.4"))
          .containsExactly(
              "event=limit.reached client_id=tv address=198.51.100.4 kind=start_address");
    }
  }

  @Test
  void whatTheCallerPutsIntoXForwardedForMakesNoOtherAddress() {
    // Given
    used("tv", "c6336406", LIMIT);

    // When
    var responses =
        IntStream.rangeClosed(1, SHARE)
            .mapToObj(i -> start("tv", "203.0.113.%d, 198.51.100.6".formatted(i)))
            .toList();

    // Then
    isRefused(responses.getLast());
  }

  static Stream<Arguments> requestsThatAreNone() {
    return Stream.of(
        arguments(Map.of("client_id", "tv", "scope", "not-registered"), 400),
        arguments(Map.of("client_id", "nobody-we-know"), 401),
        arguments(Map.of("client_id", "stopped"), 401),
        arguments(Map.of("client_id", "printer"), 401),
        arguments(Map.of("client_id", "printer", "client_secret", "not-the-printers"), 401),
        arguments(Map.of("client_id", "backend"), 400));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requestsThatAreNone")
  void aRequestThatIsNoneUsesNothingUp(Map<String, String> parameters, int status) {
    // Given
    var request = given().contentType(FORM).formParams(parameters);

    // When
    var answers = Stream.generate(() -> send(request, "198.51.100.5")).limit(SHARE).toList();

    // Then
    assertThat(answers).allSatisfy(answer -> answer.statusCode(status));
    assertThat(used(parameters.getOrDefault("client_id", ""), "c6336405")).isZero();
  }

  @Test
  void aConfidentialClientIsLimitedToo() {
    // Given
    used("printer", "c6336407", LIMIT);
    var request = form("printer").auth().preemptive().basic("printer", SECRET);

    // When
    var answers = Stream.generate(() -> send(request, "198.51.100.7")).limit(SHARE).toList();

    // Then
    assertThat(answers.subList(0, SHARE - 1)).allSatisfy(answer -> answer.statusCode(200));
    isRefused(answers.getLast());
  }

  @Test
  void withoutRedisTheAnswerIs503() {
    // Given
    used("tv", "c6336408", LIMIT);
    start("tv", "198.51.100.8", SHARE - 1);
    stores.redis().freeze();

    // When
    var response = start("tv", "198.51.100.8");

    // Then
    response.statusCode(503).body("error", equalTo("temporarily_unavailable"));
  }

  private static void isRefused(ValidatableResponse response) {
    response
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"))
        .body("error_description", notNullValue());
  }

  private static int retryAfter(ValidatableResponse response) {
    return Integer.parseInt(response.extract().header("Retry-After"));
  }

  /** The answer to the last of so many. */
  private static ValidatableResponse start(String client, String address, int times) {
    return IntStream.range(0, times)
        .mapToObj(time -> start(client, address))
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  private static ValidatableResponse start(String client, String address) {
    return send(form(client), address);
  }

  private static RequestSpecification form(String client) {
    return given().contentType(FORM).formParam("client_id", client);
  }

  private static ValidatableResponse send(RequestSpecification request, String address) {
    return given(request)
        .header("X-Forwarded-For", address)
        .when()
        .post("/oauth/device/code")
        .then();
  }

  private void used(String client, String prefix, int count) {
    StoredLimit.used(stores.redis(), NAME, client + '\0' + prefix, WINDOW, count);
  }

  private int used(String client, String prefix) {
    return StoredLimit.count(stores.redis(), NAME, client + '\0' + prefix);
  }

  private long grantsOf(String address) {
    var keys = (List<?>) Objects.requireNonNull(stores.redis().execute("KEYS", "grant:*"));
    return keys.stream()
        .filter(key -> address.equals(stores.redis().hash(String.valueOf(key)).get("address")))
        .count();
  }
}
