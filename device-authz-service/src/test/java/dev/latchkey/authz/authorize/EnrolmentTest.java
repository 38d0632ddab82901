package dev.latchkey.authz.authorize;

import static dev.latchkey.authz.authorize.DeviceRequests.grant;
import static dev.latchkey.authz.authorize.DeviceRequests.isInvalid;
import static dev.latchkey.authz.authorize.DeviceRequests.start;
import static dev.latchkey.authz.enrolment.admin.Operator.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.authz.enrolment.admin.Operator;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.switches.Switches;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.Random256;
import dev.latchkey.metrics.Exposition;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that present an enrolment token (ADR 0022). */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EnrolmentTest {

  private static final String METRIC = "latchkey_enrolments_total";

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private Operator operator;

  @BeforeEach
  void isThere() {
    operator = Operator.of(stores);
  }

  @Test
  void isApprovedAtOnceForWhatTheOperatorApproved() {
    // Given
    var token = operator.creates(wish());

    // When
    var response = enrol("tv", token, Map.of("scope", "watch record offline_access"));

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("user_code", notNullValue())
        .body("verification_uri", notNullValue())
        .body("interval", equalTo(5));
    assertThat(grant(stores, response))
        .containsEntry("state", "APPROVED")
        .containsEntry("subject", "service:lobby-screens")
        .containsEntry("granted", "watch offline_access")
        .containsEntry("scope", "watch offline_access")
        .containsEntry("refreshable", "1")
        .containsEntry("enrolment", id(token))
        .doesNotContainKeys("amr", "acr", "decision");
  }

  @Test
  void anAccountsDeviceIsThatAccounts() {
    // Given
    var account = UUID.randomUUID().toString();
    var wish = wish("account", account);
    wish.remove("service");

    // When
    var response = enrol("tv", operator.creates(wish), Map.of("scope", "watch"));

    // Then
    assertThat(grant(stores, response))
        .containsEntry("subject", account)
        .containsEntry("granted", "watch")
        .doesNotContainKey("refreshable");
  }

  @Test
  void eachDeviceIsRecorded() {
    try (var audit = AuditLines.open()) {
      // Given
      var token = operator.creates(wish());

      // When
      enrol("tv", token, Map.of("scope", "watch", "device_serial", "S-1", "device_name", "Lobby"));
      var second = enrol("tv", token, Map.of("scope", "watch", "device_serial", "S-2"));

      // Then
      var grant = new DeviceCode(second.extract().path("device_code")).grantId().value();
      operator.gets("/" + id(token)).body("used", equalTo(2));
      operator
          .gets("/" + id(token) + "/devices")
          .body("devices.serial", contains("S-2", "S-1"))
          .body("devices[0].grant", equalTo(grant))
          .body("devices[0].address", equalTo("127.0.0.1"))
          .body("devices[1].name", equalTo("Lobby"));
      var page = operator.gets("/" + id(token) + "/devices?limit=1");
      String next = page.extract().path("next");
      operator
          .gets("/" + id(token) + "/devices?limit=1&cursor=" + next)
          .body("devices.serial", contains("S-1"))
          .body("next", nullValue());
      assertThat(audit.reasons("grant", grant))
          .containsExactly("grant.created", "enrolment.used", "grant.approved");
      assertThat(audit.with("grant", grant))
          .allMatch(line -> line.contains("client_id=tv") && line.contains("address=127.0.0.1"))
          .noneMatch(line -> line.contains(secret(token)));
      assertThat(audit.of("enrolment.used", "grant", grant))
          .singleElement()
          .asString()
          .contains("enrolment=" + id(token), "subject=service:lobby-screens");
      assertThat(audit.of("grant.approved", "grant", grant))
          .singleElement()
          .asString()
          .contains("consent=enrolment", "scope=watch");
    }
  }

  @Test
  void ofManyParallelStartsExactlyAsManyAreEnrolledAsTheTokenIsFor() {
    // Given
    var token = operator.creates(wish("count", 10));
    var scope = Map.of("scope", "watch");

    // When
    List<Integer> statuses;
    try (var devices = Executors.newFixedThreadPool(50)) {
      statuses =
          Collections.nCopies(50, token).stream()
              .map(
                  it ->
                      CompletableFuture.supplyAsync(
                          () -> enrol("tv", it, scope).extract().statusCode(), devices))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    // Then
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(40);
    operator.gets("/" + id(token)).body("used", equalTo(10));
    operator.gets("/" + id(token) + "/devices").body("devices", hasSize(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never made",
        "no token at all",
        "another client's",
        "for another API",
        "for other scopes",
        "awaiting approval",
        "revoked",
        "not yet valid",
        "expired",
        "used up",
      })
  void whateverIsWrongTheDeviceIsToldTheSame(String what) {
    // Given
    var secret = wrong(what);
    var before = told();

    // When
    var response = start("tv", Map.of("scope", "watch", "enrolment_token", secret));

    // Then
    response
        .statusCode(400)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_grant"))
        .body(
            "error_description",
            equalTo("The enrolment token is not valid, or not for this request"))
        .body("device_code", nullValue());
    assertThat(told().value(METRIC, "outcome", outcome(what)))
        .isEqualTo(before.value(METRIC, "outcome", outcome(what)) + 1);
  }

  private String wrong(String what) {
    return switch (what) {
      case "never made" -> "A".repeat(43);
      case "no token at all" -> "'; drop table enrolment_token; --";
      case "another client's" -> operator.token(wish("client_id", "auth0-tv"));
      case "for another API" -> ofPrinter();
      case "for other scopes" -> operator.token(wish("scopes", List.of("record")));
      case "awaiting approval" -> operator.token(wish("requires_second_approval", true));
      case "revoked" -> revoked();
      case "not yet valid" ->
          operator.token(wish("valid_from", Instant.now().plus(Duration.ofMinutes(30)).toString()));
      case "expired" -> expired();
      case "used up" -> usedUp();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String outcome(String what) {
    return switch (what) {
      case "never made", "no token at all" -> "unknown";
      case "another client's" -> "other_client";
      case "for another API" -> "other_api";
      case "for other scopes" -> "other_scope";
      case "awaiting approval" -> "awaiting_approval";
      case "revoked" -> "revoked";
      case "not yet valid" -> "early";
      case "expired" -> "expired";
      case "used up" -> "used_up";
      default -> throw new IllegalArgumentException(what);
    };
  }

  /** The TV's registration has changed since. */
  private String ofPrinter() {
    var token = operator.creates(wish());
    change(token, "api = 'https://api.example.com/print'");
    return secret(token);
  }

  private String revoked() {
    var token = operator.creates(wish());
    operator.revokes(id(token)).statusCode(204);
    return secret(token);
  }

  private String expired() {
    var token = operator.creates(wish());
    change(
        token,
        "valid_from = now() - interval '2 hours', valid_until = now() - interval '1 second'");
    return secret(token);
  }

  private String usedUp() {
    var token = operator.creates(wish("count", 1));
    enrol("tv", token, Map.of("scope", "watch")).statusCode(200);
    return secret(token);
  }

  @Test
  void aGenuineTokenOfNoUseIsAuditedWithItsReason() {
    try (var audit = AuditLines.open()) {
      // Given
      var token = operator.creates(wish("requires_second_approval", true));

      // When
      enrol("tv", token, Map.of("scope", "watch"));

      // Then
      assertThat(audit.of("enrolment.refused", "enrolment", id(token)))
          .singleElement()
          .asString()
          .contains("client_id=tv", "reason=awaiting_approval", "address=127.0.0.1");
      assertThat(audit.of("grant.created")).isEmpty();
    }
  }

  @Test
  void whatTheSecondPairOfEyesApprovedIsOfUse() {
    // Given
    var token = operator.creates(wish("requires_second_approval", true));
    enrol("tv", token, Map.of("scope", "watch")).statusCode(400);
    operator.second().approves(id(token)).statusCode(200);

    // When
    var response = enrol("tv", token, Map.of("scope", "watch"));

    // Then
    response.statusCode(200);
  }

  @Test
  void devicesThatComeDoNotKeepTheTokenFromBeingRevoked() {
    // Given
    var token = operator.creates(wish());
    String etag = token.extract().header("ETag");
    enrol("tv", token, Map.of("scope", "watch")).statusCode(200);

    // When
    var response = operator.revokes(id(token), etag);

    // Then
    response.statusCode(204);
    enrol("tv", token, Map.of("scope", "watch")).statusCode(400);
  }

  @Test
  void whatThePersonWouldHaveToBringIsNotAskedForWhereThereIsNone() {
    // Given
    var wish = wish("client_id", "careful-tv");
    wish.put("account", UUID.randomUUID().toString());
    wish.put("scopes", List.of("openid"));
    wish.remove("service");
    var token = operator.creates(wish);

    // When
    var response = enrol("careful-tv", token, Map.of("scope", "openid"));

    // Then
    response.statusCode(200).body("confirmation", nullValue());
    assertThat(grant(stores, response))
        .containsEntry("state", "APPROVED")
        .doesNotContainKey("confirmation");
  }

  @Test
  void aProofIsAskedForAsEver() {
    // Given
    var wish = wish("client_id", "web-tv");
    wish.put("scopes", List.of("watch"));
    var token = operator.creates(wish);

    // When
    var without = enrol("web-tv", token, Map.of("scope", "watch"));
    var with =
        enrol(
            "web-tv",
            token,
            Map.of(
                "scope",
                "watch",
                "code_challenge",
                "c".repeat(43),
                "code_challenge_method",
                "S256"));

    // Then
    isInvalid(without, "code_challenge");
    assertThat(grant(stores, with)).containsEntry("code_challenge", "c".repeat(43));
    operator.gets("/" + id(token)).body("used", equalTo(1));
  }

  @Test
  void nobodyCanSignInAgainForIt() {
    // Given
    var token = operator.creates(wish());

    // When
    var response = enrol("tv", token, Map.of("scope", "watch", "max_age", "0"));

    // Then
    isInvalid(response, "max_age");
  }

  @Test
  void whoStartsTooOftenTriesNoTokens() {
    // Given
    var before = told();
    StoredLimit.used(
        stores.redis(),
        "starts-per-address",
        "tv" + '\0' + "cb007102",
        Duration.ofMinutes(1),
        1_000);

    // When
    var statuses = new HashSet<Integer>();
    for (var guess = 0; guess < 40; guess++) {
      statuses.add(guessFrom("203.0.113.2"));
    }

    // Then
    assertThat(statuses).contains(429);
    assertThat(told().value(METRIC, "outcome", "unknown"))
        .isLessThan(before.value(METRIC, "outcome", "unknown") + 40);
  }

  private static int guessFrom(String address) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Forwarded-For", address)
        .formParam("client_id", "tv")
        .formParam("enrolment_token", Random256.draw())
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }

  @Test
  void whatIsSwitchedOffUsesNothingUp() {
    // Given
    var token = operator.creates(wish());
    var switches = new Switches(stores, known);
    switches.off(KillSwitch.client("tv"));

    // When
    var response = enrol("tv", token, Map.of("scope", "watch"));

    // Then
    switches.release();
    response.statusCode(503);
    operator.gets("/" + id(token)).body("used", equalTo(0));
  }

  @Test
  void nobodyIsEnrolledWhoseGrantCannotBeStored() {
    // Given
    var token = operator.creates(wish());
    stores.redis().freeze();

    // When
    var response = enrol("tv", token, Map.of("scope", "watch"));

    // Then
    stores.redis().thaw();
    response.statusCode(503);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> start("tv", Map.of("scope", "watch")).statusCode(200));
    operator.gets("/" + id(token)).body("used", equalTo(0));
  }

  private static ValidatableResponse enrol(
      String client, ValidatableResponse token, Map<String, String> parameters) {
    var all = new HashMap<>(parameters);
    all.put("enrolment_token", secret(token));
    return start(client, all);
  }

  private void change(ValidatableResponse token, String how) {
    new EventRows(stores)
        .run("update registry.enrolment_token set %s where id = '%s'".formatted(how, id(token)));
  }

  private static String id(ValidatableResponse created) {
    return created.statusCode(201).extract().path("id");
  }

  private static String secret(ValidatableResponse created) {
    return created.statusCode(201).extract().path("enrolment_token");
  }

  private Exposition told() {
    return Exposition.parse(given().port(management).when().get("/q/metrics").asString());
  }
}
