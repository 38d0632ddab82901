package dev.latchkey.authz.length;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices are given while as many codes are live as there may be. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class GrowingCodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String KEY = "live-codes";
  private static final String ALARM = "alarm:crowded-digits-9";
  private static final String EIGHT = "[A-Z]{4}-[A-Z]{4}";
  private static final String NINE = "[A-Z]{5}-[A-Z]{4}";
  private static final String TEN = "[A-Z]{5}-[A-Z]{5}";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  @AfterEach
  void fewAreLive() {
    stores.redis().execute("DEL", KEY);
    await().atMost(PATIENCE).until(() -> code("tv").matches(EIGHT));
    stores.redis().execute("DEL", ALARM);
  }

  @Test
  void aCodeIsLongerWhenNineTenthsOfItsKindAreTaken() {
    // When
    live("base20-8", 46_080);

    // Then
    await().atMost(PATIENCE).until(() -> code("tv").matches(NINE));
  }

  @Test
  void andLongerAgainWhenThatKindIsTakenToo() {
    // When
    live("base20-8", 60_000);
    live("base20-9", 1_100_000);

    // Then
    await().atMost(PATIENCE).until(() -> code("tv").matches(TEN));
  }

  @Test
  void itIsShorterWhenThereIsRoomAgain() {
    // Given
    live("base20-8", 60_000);
    await().atMost(PATIENCE).until(() -> code("tv").matches(NINE));

    // When
    stores.redis().execute("DEL", KEY);

    // Then
    await().atMost(PATIENCE).until(() -> code("tv").matches(EIGHT));
  }

  @Test
  void whatIsIssuedIsCountedForAllPods() {
    // Given
    var before = counted("digits-9");

    // When
    for (var i = 0; i < 3; i++) {
      code("remote");
    }

    // Then
    await().atMost(PATIENCE).until(() -> counted("digits-9") == before + 3);
  }

  @Test
  void aRequestThatCouldNotBeServedIssuesNothing() {
    // Given
    var before = counted("digits-9");
    stores.redis().freeze();

    // When
    request("remote").then().statusCode(503);

    // Then
    stores.redis().thaw();
    code("remote");
    await().atMost(PATIENCE).until(() -> counted("digits-9") > before);
    assertThat(counted("digits-9")).isEqualTo(before + 1);
  }

  @Test
  void digitsStayAsManyAndAnAlarmRings() {
    try (var audit = AuditLines.open()) {
      // When
      live("digits-9", 1_800);

      // Then
      await().atMost(PATIENCE).until(() -> !audit.of("codes.crowded").isEmpty());
      assertThat(stores.redis().end(ALARM)).isAfter(stores.redis().now());
      assertThat(code("remote")).matches("[0-9]{3} [0-9]{3} [0-9]{3}");
      assertThat(audit.of("codes.crowded"))
          .singleElement()
          .asString()
          .matches("event=codes.crowded kind=digits-9 live=18[0-9]{2} most=2000");
    }
  }

  /** So many of them end in five minutes. */
  private void live(String kind, long count) {
    var end = stores.redis().now().plus(Duration.ofMinutes(5)).toEpochMilli();
    stores.redis().execute("HSET", KEY, kind + " " + end, Long.toString(count));
  }

  private long counted(String kind) {
    return stores.redis().hash(KEY).entrySet().stream()
        .filter(count -> count.getKey().startsWith(kind + " "))
        .mapToLong(count -> Long.parseLong(count.getValue()))
        .sum();
  }

  private static String code(String client) {
    return request(client).then().statusCode(200).extract().path("user_code");
  }

  private static Response request(String client) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .when()
        .post("/oauth/device/code");
  }
}
