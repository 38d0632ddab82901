package dev.latchkey.authz.events.admin;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.switches.Switches;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EventsResourceTest {

  private static final String PATH = "/admin/events";
  private static final String PROBLEM = "application/problem+json";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** Of no other test. */
  private final String client = "tv-" + UUID.randomUUID();

  private final String subject = UUID.randomUUID().toString();

  @Inject KillSwitches known;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private Administrator administrator;

  @BeforeEach
  void isThere() {
    administrator = Administrator.of(stores);
  }

  @AfterEach
  void storesAreBack() {
    stores.postgres().thaw();
  }

  @Test
  void showsAnEventAsItsServiceWroteIt() {
    // Given
    var id = stored(NOON, "grant.approved");

    // When
    var response = ask(Map.of("client_id", client));

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("events", hasSize(1))
        .body("events[0].id", equalTo(id.toString()))
        .body("events[0].time", equalTo("2026-11-21T12:00:00Z"))
        .body("events[0].service", equalTo("test"))
        .body("events[0].event", equalTo("grant.approved"))
        .body("events[0].auth0", nullValue())
        .body("events[0].grant", equalTo("g-" + client))
        .body("events[0].client_id", equalTo(client))
        .body("events[0].subject", equalTo(subject))
        .body("events[0].details", equalTo(Map.of("address", "192.0.2.7")))
        .body("next", nullValue());
  }

  @Test
  void theNewestComeFirst() {
    // Given
    var first = stored(NOON, "one");
    var third = stored(NOON.plusSeconds(2), "three");
    var second = stored(NOON.plusSeconds(1), "two");

    // When
    var response = ask(Map.of("client_id", client));

    // Then
    response.body("events.id", contains(third.toString(), second.toString(), first.toString()));
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "kind, grant.approved, 1",
    "kind, grant.denied, 0",
    "from, 2026-11-21T12:00:00Z, 1",
    "from, 2026-11-21T13:00:00+01:00, 1",
    "from, 2026-11-21T12:00:00.001Z, 0",
    "to, 2026-11-21T12:00:00.001Z, 1",
    "to, 2026-11-21T12:00:00Z, 0",
    "subject, nobody, 0",
    "grant, another, 0",
  })
  void showsOnlyWhatFitsEverything(String parameter, String value, int found) {
    // Given
    stored(NOON, "grant.approved");

    // When
    var response = ask(Map.of("client_id", client, parameter, value));

    // Then
    response.statusCode(200).body("events", hasSize(found));
  }

  @Test
  void findsByAccountAndByGrant() {
    // Given
    stored(NOON, "grant.approved");

    // When
    var byAccount = ask(Map.of("subject", subject));
    var byGrant = ask(Map.of("grant", "g-" + client));

    // Then
    byAccount.body("events", hasSize(1));
    byGrant.body("events", hasSize(1));
  }

  @Test
  void pagesShowEachEventOnceWhateverComesMeanwhile() {
    // Given
    var expected = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      expected.addFirst(stored(NOON.plusSeconds(i), "e").toString());
    }
    var first = ask(Map.of("client_id", client, "limit", "2"));
    stored(NOON.plusSeconds(9), "later");

    // When
    var second = ask(Map.of("client_id", client, "limit", "2", "cursor", next(first)));
    var third = ask(Map.of("client_id", client, "limit", "2", "cursor", next(second)));

    // Then
    var shown = new ArrayList<>(ids(first));
    shown.addAll(ids(second));
    shown.addAll(ids(third));
    assertThat(shown).isEqualTo(expected);
    third.body("next", nullValue());
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    // Given
    stored(NOON, "one");
    stored(NOON, "two");

    // When
    var response = ask(Map.of("client_id", client, "limit", "2"));

    // Then
    response.body("events", hasSize(2)).body("next", nullValue());
  }

  @Test
  void whatNobodyDidIsAnEmptyPage() {
    // When
    var response = ask(Map.of("client_id", client));

    // Then
    response.statusCode(200).body("events", empty()).body("next", nullValue());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "clientid=tv, clientid",
    "page=2, page",
    "client_id=tv&client_id=tv, client_id",
    "client_id=, client_id",
    "client_id=%00, client_id",
    "limit=0, limit",
    "limit=201, limit",
    "limit=-1, limit",
    "limit=many, limit",
    "limit=99999999999, limit",
    "from=yesterday, from",
    "from=2026-11-21, from",
    "from=2026-11-21T12:00:00, from",
    "to=1, to",
    "from=2026-11-21T12:00:00Z&to=2026-11-21T12:00:00Z, from",
    "cursor=x, cursor",
    "cursor=2026-11-21, cursor",
  })
  void whatIsNotUnderstoodIsRefused(String query, String named) {
    // When
    var response = administrator.asks().urlEncodingEnabled(false).get(PATH + "?" + query).then();

    // Then
    response
        .statusCode(400)
        .contentType(PROBLEM)
        .header("Cache-Control", "no-store")
        .body("detail", containsString(named));
  }

  @Test
  void showsWhatAServiceHasJustDone() {
    // Given
    var id = EventRows.id(Instant.now());
    var line = EventRows.line(id, Instant.now(), "logout", client, subject);

    // When
    StoredEvents.in(stores.redis()).add(line);

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> ask(Map.of("subject", subject)).body("events.id", contains(id.toString())));
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().when().get(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "admin-cli, /admin, openid watch, 403",
    "admin-cli, /userinfo, latchkey:admin, 401",
    "tv, /admin, latchkey:admin, 401",
    "stopped, /admin, latchkey:admin, 401",
    "nobody, /admin, latchkey:admin, 401",
  })
  void noOtherTokenWillDo(String client, String audience, String scope, int status) {
    // When
    var response = administrator.asks(client, audience, scope).when().get(PATH).then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
  }

  @Test
  void anAdministratorWhoseClientIsOffIsNone() {
    // Given
    var switches = new Switches(stores, known);
    switches.off(KillSwitch.client("admin-cli"));

    // When
    var response = administrator.asks().when().get(PATH).then();

    // Then
    switches.release();
    response.statusCode(401).contentType(PROBLEM);
  }

  @Test
  void aTokenOfAKeyThatWasDeletedIsNoneAnyMore() {
    // Given
    var another = Administrator.another(stores);
    await().untilAsserted(() -> another.asks().when().get(PATH).then().statusCode(200));

    // When
    another.keyIsDeletedIn(stores);

    // Then
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> another.asks().when().get(PATH).then().statusCode(401));
  }

  @Test
  void whenThereIsNoPostgresqlNothingIsSaid() {
    // Given
    ask(Map.of("client_id", client));
    stores.postgres().freeze();

    // When
    var response = ask(Map.of("client_id", client));

    // Then
    response
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .time(lessThan(5L), SECONDS);
  }

  @Test
  void nothingCanBeChanged() {
    // When
    var response = administrator.asks().when().delete(PATH).then();

    // Then
    response.statusCode(405).contentType(PROBLEM);
  }

  private UUID stored(Instant time, String event) {
    var id = EventRows.id(time);
    new EventRows(stores)
        .run(
            """
            insert into registry.audit_event
              (id, at, service, event, grant_id, client_id, subject, details)
            values ('%s', '%s', 'test', '%s', 'g-%s', '%s', '%s', '{"address": "192.0.2.7"}')
            """
                .formatted(id, time, event, client, client, subject));
    return id;
  }

  private ValidatableResponse ask(Map<String, String> parameters) {
    return administrator.asks().queryParams(parameters).when().get(PATH).then();
  }

  private static String next(ValidatableResponse page) {
    return page.extract().path("next");
  }

  private static List<String> ids(ValidatableResponse page) {
    return page.extract().path("events.id");
  }
}
