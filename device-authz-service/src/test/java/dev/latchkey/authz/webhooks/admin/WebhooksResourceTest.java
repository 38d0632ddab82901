package dev.latchkey.authz.webhooks.admin;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.authz.webhooks.StoredWebhook;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WebhooksResourceTest {

  private static final String PATH = "/admin/webhooks";
  private static final String PROBLEM = "application/problem+json";
  private static final String SOME_EVENT = "019e4b1c-6ee7-7000-8000-07e3a1b2c3d4";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private Administrator administrator;

  @SuppressWarnings("NullAway.Init") // before each test
  private StoredWebhook webhook;

  @BeforeEach
  void isThere() {
    administrator = Administrator.of(stores);
    webhook = StoredWebhook.make(stores, "https://siem.example.com/hook");
  }

  @AfterEach
  void isGone() {
    stores.postgres().thaw();
    webhook.delete();
  }

  @Test
  void showsHowAWebhookStands() {
    // Given
    webhook.waiting(3);
    webhook.dead();
    webhook.change("failed_at = now(), failure = 'http_500'");

    // When
    var response = get(PATH);

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .rootPath("webhooks.find { it.name == '%s' }".formatted(webhook.name()))
        .body("url", equalTo("https://siem.example.com/hook"))
        .body("events", contains("none"))
        .body("enabled", equalTo(true))
        .body("waiting", equalTo(3))
        .body("dead", equalTo(1))
        .body("waiting_since", notNullValue())
        .body("delivered_at", nullValue())
        .body("failed_at", notNullValue())
        .body("failure", equalTo("http_500"));
  }

  @Test
  void showsADeadLetter() {
    // Given
    var event = webhook.dead();
    webhook.waiting();

    // When
    var response = get(dead());

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("dead_letters", hasSize(1))
        .body("dead_letters[0].id", equalTo(event))
        .body("dead_letters[0].event", equalTo("none"))
        .body("dead_letters[0].time", notNullValue())
        .body("dead_letters[0].client_id", equalTo("tv"))
        .body("dead_letters[0].attempts", equalTo(80))
        .body("dead_letters[0].died_at", notNullValue())
        .body("dead_letters[0].failure", equalTo("http_500"))
        .body("next", nullValue());
  }

  @Test
  void pagesShowEachOnceTheNewestFirst() {
    // Given
    var expected = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      expected.add(webhook.dead());
    }
    expected.sort((one, other) -> other.compareTo(one));

    // When
    var first = get(dead() + "?limit=2");
    var second = get(dead() + "?limit=2&cursor=" + first.extract().path("next"));

    // Then
    var shown = new ArrayList<>(first.extract().<List<String>>path("dead_letters.id"));
    shown.addAll(second.extract().<List<String>>path("dead_letters.id"));
    assertThat(shown).isEqualTo(expected);
    second.body("next", nullValue());
  }

  @Test
  void oneIsSentAgain() {
    // Given
    var event = webhook.dead();
    var other = webhook.dead();

    try (var audit = AuditLines.open()) {
      // When
      var response = post(dead() + "/" + event + "/retry");

      // Then
      response.statusCode(204);
      assertThat(webhook.state(event)).isEqualTo("waiting");
      assertThat(
              webhook.column(
                  "attempts = 0 and due_at <= now() and since > now() - interval '1 minute'",
                  event))
          .isEqualTo("true");
      assertThat(webhook.state(other)).isEqualTo("dead");
      assertThat(audit.of("webhook.retried", "webhook", webhook.name()))
          .singleElement()
          .asString()
          .contains("by=admin-cli")
          .contains("letters=1");
    }
  }

  @Test
  void allAreSentAgain() {
    // Given
    var one = webhook.dead();
    var other = webhook.dead();

    // When
    var response = post(dead() + "/retry");

    // Then
    response.statusCode(200).body("retried", equalTo(2)).body("more", equalTo(false));
    assertThat(webhook.state(one)).isEqualTo("waiting");
    assertThat(webhook.state(other)).isEqualTo("waiting");
  }

  @Test
  void whatIsNoDeadLetterIsNotSentAgain() {
    // Given
    var waiting = webhook.waiting();

    try (var audit = AuditLines.open()) {
      // When
      var response = post(dead() + "/" + waiting + "/retry");

      // Then
      response.statusCode(404).contentType(PROBLEM);
      assertThat(audit.of("webhook.retried")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/retry", "/" + SOME_EVENT + "/retry"})
  void whileItIsStoppedNothingIsSentAgain(String path) {
    // Given
    var event = webhook.dead();
    webhook.change("enabled = false");

    // When
    var response = post(dead() + path);

    // Then
    response.statusCode(409).contentType(PROBLEM);
    assertThat(webhook.state(event)).isEqualTo("dead");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing/dead, 404",
    "POST, /nothing/dead/retry, 404",
    "POST, /nothing/dead/" + SOME_EVENT + "/retry, 404",
    "POST, /nothing/dead/none/retry, 400",
    "GET, /nothing/dead?page=2, 400",
    "GET, /nothing/dead?limit=0, 400",
    "GET, /nothing/dead?cursor=x, 400",
    "DELETE, /nothing/dead, 405",
    "POST, '', 405",
  })
  void whatCannotBeIsRefused(String method, String path, int status) {
    // When
    var response = administrator.asks().when().request(method, PATH + path).then();

    // Then
    response.statusCode(status).contentType(PROBLEM).header("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @CsvSource({"GET, ''", "GET, /siem/dead", "POST, /siem/dead/retry"})
  void nobodyComesInWithoutAToken(String method, String path) {
    // When
    var response = given().when().request(method, PATH + path).then();

    // Then
    response.statusCode(401).contentType(PROBLEM);
  }

  @Test
  void noOtherScopeWillDo() {
    // When
    var response = administrator.asks("admin-cli", "/admin", "openid").when().get(PATH).then();

    // Then
    response.statusCode(403).contentType(PROBLEM);
  }

  @Test
  void whenThereIsNoPostgresqlNothingIsSaid() {
    // Given
    get(PATH);
    stores.postgres().freeze();

    // When
    var response = get(PATH);

    // Then
    response.statusCode(503).contentType(PROBLEM).time(lessThan(5L), SECONDS);
  }

  private String dead() {
    return PATH + "/" + webhook.name() + "/dead";
  }

  private ValidatableResponse get(String path) {
    return administrator.asks().urlEncodingEnabled(false).when().get(path).then();
  }

  private ValidatableResponse post(String path) {
    return administrator.asks().when().post(path).then();
  }
}
