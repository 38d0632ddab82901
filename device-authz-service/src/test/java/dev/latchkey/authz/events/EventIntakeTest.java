package dev.latchkey.authz.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the stream into the table, by the replica that runs here. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EventIntakeTest {

  /** Of a replica that has failed several times and waits before it tries again. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void storesAreBack() {
    stores.redis().thaw();
    stores.postgres().thaw();
  }

  @Test
  void whatADeviceDidIsInTheTableSoonAndNoMoreInTheStream() {
    // When
    String code = start();

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        rows()
                            .strings(
                                "select details->>'scope' from registry.audit_event where event ="
                                    + " 'grant.created' and client_id = 'tv' and service ="
                                    + " 'device-authz-service' and details->>'address' ="
                                    + " '127.0.0.1' and at > now() - interval '1 minute'"))
                    .isNotEmpty());
    assertThat(rows().strings("select details::text from registry.audit_event").toString())
        .doesNotContain(code);
    await().atMost(PATIENCE).until(() -> events().all().isEmpty());
  }

  @Test
  void anEventThatComesTwiceIsOneRow() {
    // Given
    var id = EventRows.id(Instant.now());

    // When
    events().add(EventRows.line(id));
    events().add(EventRows.line(id));

    // Then
    await().atMost(PATIENCE).until(() -> events().all().isEmpty());
    assertThat(rows().count(List.of(id))).isEqualTo(1);
  }

  @Test
  void whatNobodyCanKeepDoesNotHoldUpTheRest() {
    // Given
    var before = EventRows.id(Instant.now());
    var after = EventRows.id(Instant.now());
    var nul = EventRows.line(EventRows.id(Instant.now())).replace("192.0.2.7", "\\u0000");
    var wide =
        EventRows.line(EventRows.id(Instant.now()), Instant.now(), "test", wideText(), "alice");
    StoredEvents.aside(stores.redis()).clear();

    // When
    Stream.of(EventRows.line(before), "no event", nul, wide, EventRows.line(after))
        .forEach(events()::add);

    // Then
    await().atMost(PATIENCE).until(() -> events().all().isEmpty());
    assertThat(rows().count(List.of(before, after))).isEqualTo(2);
    assertThat(StoredEvents.aside(stores.redis()).all())
        .containsExactlyInAnyOrder("no event", nul, wide);
  }

  @Test
  void whileThereIsNoPostgresqlEventsWaitInTheStream() {
    // Given
    var id = EventRows.id(Instant.now());
    stores.postgres().freeze();
    events().add(EventRows.line(id));
    await().during(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> events().all().size() == 1);

    // When
    stores.postgres().thaw();

    // Then
    await().atMost(PATIENCE).until(() -> events().all().isEmpty());
    assertThat(rows().has(id)).isTrue();
  }

  @Test
  void aRedisThatForgotTheGroupIsNoHarm() {
    // Given
    var id = EventRows.id(Instant.now());
    await().atMost(PATIENCE).until(() -> stores.redis().has("audit-events"));
    events().forgetGroup();

    // When
    events().add(EventRows.line(id));

    // Then
    await().atMost(PATIENCE).until(() -> rows().has(id));
  }

  @Test
  void anEmptyRedisIsNoHarm() {
    // Given
    var id = EventRows.id(Instant.now());
    stores.redis().restart();

    // When
    events().add(EventRows.line(id));

    // Then
    await().atMost(PATIENCE).until(() -> rows().has(id));
  }

  private StoredEvents events() {
    return StoredEvents.in(stores.redis());
  }

  private EventRows rows() {
    return new EventRows(stores);
  }

  /** More than an index takes, and it cannot be packed. */
  private static String wideText() {
    return Stream.generate(() -> UUID.randomUUID().toString())
        .limit(300)
        .reduce("", String::concat);
  }

  /** Answers the device code. */
  private static String start() {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", "tv")
        .formParam("scope", "openid watch")
        .when()
        .post("/oauth/device/code")
        .then()
        .statusCode(200)
        .extract()
        .path("device_code");
  }
}
