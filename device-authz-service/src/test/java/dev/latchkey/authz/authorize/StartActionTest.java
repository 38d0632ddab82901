package dev.latchkey.authz.authorize;

import static dev.latchkey.authz.authorize.DeviceRequests.start;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.hooks.HookAnswer;
import dev.latchkey.hooks.HookServer;
import dev.latchkey.metrics.Exposition;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hook for starts, which decides nothing when it fails; and how hooks are asked at all. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(StartActionTest.Hooked.class)
class StartActionTest {

  /** With hooks. */
  public static class Hooked implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(HookServer.class, Map.of("start", "fail-closed")));
    }
  }

  private static final String START = "start";
  private static final String CALLS = "latchkey_action_calls_total";

  /** The breaker looks at so many. */
  private static final int WINDOW = 10;

  private final CountDownLatch released = new CountDownLatch(1);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private HookServer hooks;

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @Inject
  @SuppressWarnings("NullAway.Init")
  CircuitBreakerMaintenance breakers;

  @BeforeEach
  void allIsWell() {
    hooks.reset();
    breakers.resetAll();
  }

  @AfterEach
  void release() {
    released.countDown();
    assertThat(hooks.complaints()).isEmpty();
  }

  @Test
  void isAskedWhatADeviceAsksFor() {
    // When
    var response =
        start(
            "tv",
            Map.of(
                "scope", "watch offline_access",
                "device_name", "Telly \"1\"",
                "device_serial", "SN-7"));

    // Then
    response.statusCode(200).body("expires_in", equalTo(600));
    assertThat(hooks.asked(START))
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.fieldNames())
                  .containsExactlyInAnyOrder(
                      "trigger",
                      "id",
                      "time",
                      "issuer",
                      "client_id",
                      "scopes",
                      "api",
                      "address",
                      "device");
              assertThat(question.getString("issuer")).isEqualTo("http://localhost:8080");
              assertThat(question.getString("client_id")).isEqualTo("tv");
              assertThat(question.getJsonArray("scopes"))
                  .isEqualTo(JsonArray.of("watch", "offline_access"));
              assertThat(question.getString("api")).isEqualTo("https://api.example.com/tv");
              assertThat(question.getString("address")).isEqualTo("127.0.0.1");
              assertThat(question.getJsonObject("device"))
                  .isEqualTo(JsonObject.of("name", "Telly \"1\"", "serial", "SN-7"));
            });
  }

  @Test
  void whatItDeniesIsNotCreatedAndTheDeviceIsToldWhy() {
    // Given
    hooks.answers(
        START, "{\"decision\":\"deny\",\"reason\":\"Serial \\\"SN-7\\\" is gestohlen: ä\"}");

    try (var audit = AuditLines.open()) {
      // When
      var response = start("tv", Map.of("device_serial", "SN-7"));

      // Then
      response
          .statusCode(400)
          .header("Cache-Control", "no-store")
          .body("error", equalTo("access_denied"))
          .body("error_description", equalTo("Serial 'SN-7' is gestohlen: ?"));
      assertThat(audit.of("grant.created")).isEmpty();
      assertThat(audit.of("action.denied", "client_id", "tv"))
          .singleElement()
          .asString()
          .contains("trigger=start", "SN-7", "address=127.0.0.1");
    }
  }

  @Test
  void theProfileGivesADenialItsStatus() {
    // Given
    hooks.answers(START, "{\"decision\":\"deny\"}");

    // When
    var response = start("auth0-tv", Map.of());

    // Then
    response
        .statusCode(403)
        .body("error", equalTo("access_denied"))
        .body("error_description", equalTo("Whoever runs this server does not allow it"));
  }

  @Test
  void shortensTheLifeOfCodes() {
    // Given
    hooks.answers(START, "{\"decision\":\"allow\",\"code_lifetime\":90}");

    // When
    var response = start("tv", Map.of());

    // Then
    response.statusCode(200).body("expires_in", equalTo(90));
  }

  @Test
  void doesNotLengthenIt() {
    // Given
    hooks.answers(START, "{\"decision\":\"allow\",\"code_lifetime\":86400}");

    // When
    var response = start("tv", Map.of());

    // Then
    response.statusCode(200).body("expires_in", equalTo(600));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments("an error", HookAnswer.of(500, "application/json", "{\"decision\":\"allow\"}")),
        arguments(
            "another success", HookAnswer.of(201, "application/json", "{\"decision\":\"allow\"}")),
        arguments("no content", HookAnswer.of(204, "application/json", "")),
        arguments("a redirect", HookAnswer.redirect("/elsewhere")),
        arguments("a page", HookAnswer.of(200, "text/html", "{\"decision\":\"allow\"}")),
        arguments("no JSON", HookAnswer.json("allow")),
        arguments("no decision", HookAnswer.json("{}")),
        arguments(
            "a claim, which codes have none",
            HookAnswer.json("{\"decision\":\"allow\",\"claims\":{\"plan\":\"gold\"}}")),
        arguments(
            "too much",
            HookAnswer.json(
                "{\"decision\":\"deny\",\"reason\":\"" + "x".repeat(16 * 1024) + "\"}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void nothingIsDecidedWithoutAnAnswerThatIsUnderstood(String what, HookAnswer answer) {
    // Given
    hooks.answers(START, answer);

    // When
    var response = start("tv", Map.of());

    // Then
    isToComeAgain(response);
    assertThat(hooks.asked(START)).hasSize(1);
    hooks.reset();
    start("tv", Map.of()).statusCode(200);
  }

  @Test
  void whatHangsIsNotWaitedFor() {
    // Given
    hooks.answers(START, HookAnswer.hang(released));

    // When
    var response = start("tv", Map.of());

    // Then
    isToComeAgain(response);
  }

  @Test
  void whatStallsIsNotWaitedFor() {
    // Given
    hooks.answers(START, HookAnswer.stall(released));

    // When
    var response = start("tv", Map.of());

    // Then
    isToComeAgain(response);
  }

  @Test
  void whoeverIsRefusedAnywayIsNotAskedAbout() {
    // When
    start("nobody", Map.of()).statusCode(401);
    start("tv", Map.of("scope", "launch")).statusCode(400);

    // Then
    assertThat(hooks.asked(START)).isEmpty();
  }

  @Test
  void whoeverComesWhileItIsBusyIsSentAwayAtOnce() {
    // Given
    hooks.answers(START, HookAnswer.hang(released));
    var before = told();

    try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
      // When
      var asked =
          IntStream.range(0, 2 * HookServer.PARALLEL)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () -> start("tv", Map.of()).statusCode(503), devices))
              .toList();
      asked.forEach(CompletableFuture::join);
    }

    // Then
    assertThat(calls("failed", told()) - calls("failed", before)).isEqualTo(HookServer.PARALLEL);
    assertThat(calls("busy", told()) - calls("busy", before)).isEqualTo(HookServer.PARALLEL);
  }

  @Test
  void whatFailsIsLeftAloneUntilItAnswersAgain() {
    // Given
    hooks.answers(START, HookAnswer.of(500, "text/plain", ""));
    var before = told();

    try (var audit = AuditLines.open()) {
      // When
      fail(WINDOW);
      fail(WINDOW);

      // Then
      assertThat(hooks.asked(START)).hasSizeBetween(WINDOW, 2 * WINDOW - 1);
      var failing = told();
      assertThat(failing.value("latchkey_action_open", "trigger", START)).isEqualTo(1);
      assertThat(calls("skipped", failing) - calls("skipped", before)).isPositive();
      assertThat(audit.of("action.failed", "trigger", START))
          .singleElement()
          .asString()
          .contains("on_failure=fail_closed");

      hooks.reset();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> start("tv", Map.of()).extract().statusCode() == 200);
      assertThat(told().value("latchkey_action_open", "trigger", START)).isZero();
      assertThat(audit.of("action.recovered", "trigger", START)).hasSize(1);
      assertThat(audit.of("action.failed")).hasSize(1);
    }
  }

  private void fail(int times) {
    for (var n = 0; n < times; n++) {
      isToComeAgain(start("tv", Map.of()));
    }
  }

  private static void isToComeAgain(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Retry-After", matchesPattern("[5-9]"))
        .body("error", equalTo("temporarily_unavailable"));
  }

  private static double calls(String outcome, Exposition told) {
    return told.value(CALLS, "outcome", outcome, "trigger", START);
  }

  private Exposition told() {
    return Exposition.parse(given().port(management).when().get("/q/metrics").asString());
  }
}
