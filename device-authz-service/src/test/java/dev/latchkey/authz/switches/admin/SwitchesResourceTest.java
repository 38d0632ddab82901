package dev.latchkey.authz.switches.admin;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.switches.Switches;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SwitchesResourceTest {

  private static final String PATH = "/admin/switches";
  private static final String PROBLEM = "application/problem+json";
  private static final String TV = PATH + "/clients/tv";

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
  void release() {
    stores.postgres().thaw();
    new Switches(stores, known).release();
  }

  @ParameterizedTest
  @CsvSource({
    "/service, service,",
    "/clients/tv, client, tv",
    "/apis/https%3A%2F%2Fapi.example.com%2Ftv, api, https://api.example.com/tv",
    "/scopes/watch, scope, watch",
  })
  void whatIsThrownIsOffSoonAndShown(String path, String kind, String name) {
    // When
    var response = put(PATH + path);

    // Then
    response.statusCode(204);
    eventually(() -> !known.active().all().isEmpty());
    assertThat(known.active().all())
        .containsExactly(
            new KillSwitch(KillSwitch.Kind.of(kind).orElseThrow(), name == null ? "" : name));
    list()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("switches", hasSize(1))
        .body("switches[0].kind", equalTo(kind))
        .body("switches[0].name", equalTo(name))
        .body("switches[0].source", equalTo("admin"))
        .body("switches[0].by", equalTo("admin-cli"))
        .body("switches[0].since", notNullValue());
  }

  @Test
  void whatIsReleasedComesBack() {
    // Given
    put(PATH + "/service");
    eventually(() -> known.active().service());

    // When
    var response = delete(PATH + "/service");

    // Then
    response.statusCode(204);
    eventually(() -> !known.active().service());
    list().body("switches", empty());
  }

  @Test
  void eachChangeIsOneEventHoweverOftenItIsSent() {
    try (var audit = AuditLines.open()) {
      // When
      put(TV).statusCode(204);
      put(TV).statusCode(204);
      delete(TV).statusCode(204);
      delete(TV).statusCode(204);

      // Then
      assertThat(audit.with("client_id", "tv")).hasSize(2);
      assertThat(audit.of("switch.off", "client_id", "tv"))
          .singleElement()
          .asString()
          .contains("source=admin", "by=admin-cli", "kind=client");
      assertThat(audit.of("switch.released", "by", "admin-cli")).hasSize(1);
    }
  }

  @Test
  void whatTheFileHasThrownIsShownAndStays() {
    // Given
    thrownByTheFile();
    put(TV);

    // When
    delete(TV);

    // Then
    list()
        .body("switches", hasSize(1))
        .body("switches[0].source", equalTo("file"))
        .body("switches[0].name", equalTo("tv"));
  }

  @Test
  void bothSourcesAreShown() {
    // Given
    thrownByTheFile();

    // When
    put(TV);

    // Then
    list().body("switches.source", hasItem("file")).body("switches.source", hasItem("admin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clients/tw",
        "/clients/tv%00",
        "/apis/tv",
        "/scopes/openid",
        "/scopes/%20",
        "/users/tv",
        "/clients",
        "/everything"
      })
  void whatIsNotThereIsSwitchedByNobody(String path) {
    // When
    var off = put(PATH + path);
    var released = delete(PATH + path);

    // Then
    off.statusCode(404).contentType(PROBLEM);
    released.statusCode(404).contentType(PROBLEM);
    list().body("switches", empty());
  }

  @Test
  void whatIsNotThereAnyMoreCanBeReleased() {
    // Given
    new EventRows(stores)
        .run(
            "insert into registry.kill_switch (kind, name, source) values"
                + " ('scope', 'of-an-older-api', 'admin')");

    // When
    var response = delete(PATH + "/scopes/of-an-older-api");

    // Then
    response.statusCode(204);
    list().body("switches", empty());
  }

  @Test
  void whoHasTheListIsToldSo() {
    // Given
    put(TV);
    var etag = list().extract().header("ETag");

    // When
    var response = administrator.asks().header("If-None-Match", etag).when().get(PATH).then();

    // Then
    response.statusCode(304);
  }

  @ParameterizedTest
  @CsvSource({
    "admin-cli, /admin, openid watch, 403",
    "admin-cli, /userinfo, latchkey:admin, 401",
    "tv, /admin, latchkey:admin, 401",
  })
  void noOtherTokenWillDo(String client, String audience, String scope, int status) {
    // When
    var response = administrator.asks(client, audience, scope).when().put(PATH + "/service").then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
    list().body("switches", empty());
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().when().put(PATH + "/service").then();

    // Then
    response.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
  }

  @Test
  void whenThereIsNoPostgresqlNothingIsSaid() {
    // Given
    list();
    stores.postgres().freeze();

    // When
    var response = list();

    // Then
    response
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .time(lessThan(5L), SECONDS);
  }

  private void thrownByTheFile() {
    new EventRows(stores)
        .run(
            "insert into registry.kill_switch (kind, name, source) values ('client', 'tv', 'file')");
  }

  private ValidatableResponse list() {
    return administrator.asks().when().get(PATH).then();
  }

  private ValidatableResponse put(String path) {
    return administrator.asks().urlEncodingEnabled(false).when().put(path).then();
  }

  private ValidatableResponse delete(String path) {
    return administrator.asks().urlEncodingEnabled(false).when().delete(path).then();
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
