package dev.latchkey.authz.enrolment.admin;

import static dev.latchkey.authz.enrolment.admin.Operator.PATH;
import static dev.latchkey.authz.enrolment.admin.Operator.wish;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.authz.events.EventRows;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EnrolmentTokensResourceTest {

  private static final String PROBLEM = "application/problem+json";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private Operator operator;

  @BeforeEach
  void isThere() {
    operator = Operator.of(stores);
  }

  @Test
  void theAnswerToItsCreationAloneHasTheToken() {
    // When
    var response = operator.creates(wish());

    // Then
    String id = response.extract().path("id");
    response
        .statusCode(201)
        .header("Location", equalTo(PATH + "/" + id))
        .header("ETag", notNullValue())
        .header("Cache-Control", "no-store")
        .body("enrolment_token", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("state", equalTo("active"))
        .body("client_id", equalTo("tv"))
        .body("subject", equalTo("service:lobby-screens"))
        .body("scopes", contains("watch", "offline_access"))
        .body("api", equalTo("https://api.example.com/tv"))
        .body("count", equalTo(3))
        .body("used", equalTo(0))
        .body("created_by", equalTo("admin-cli"))
        .body("approved_by", nullValue());
    operator
        .gets("/" + id)
        .statusCode(200)
        .header("ETag", equalTo(response.extract().header("ETag")))
        .body("label", equalTo("delivery 7"))
        .body("enrolment_token", nullValue());
    operator.gets("").body("enrolment_tokens[0].enrolment_token", nullValue());
  }

  @Test
  void theTokenIsNotStored() {
    // When
    var token = operator.token(wish());

    // Then
    var rows = new EventRows(stores).strings("select t::text from registry.enrolment_token t");
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
  }

  @Test
  void whoDidWhatIsAuditedWithoutTheToken() {
    try (var audit = AuditLines.open()) {
      // Given
      var wish = wish("requires_second_approval", true);
      wish.remove("service");
      wish.put("account", UUID.randomUUID().toString());
      var created = operator.creates(wish);
      String id = created.extract().path("id");

      // When
      operator.second().approves(id);
      operator.revokes(id);

      // Then
      var lines = audit.with("enrolment", id);
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0))
          .contains("event=enrolment.created", "client_id=tv", "by=admin-cli", "count=3")
          .contains("subject=" + wish.get("account"), "state=awaiting_approval");
      assertThat(lines.get(1)).contains("event=enrolment.approved", "by=second-admin");
      assertThat(lines.get(2)).contains("event=enrolment.revoked", "by=admin-cli", "used=0");
      assertThat(lines).noneMatch(line -> line.contains(created.extract().path("enrolment_token")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "label       | null                       | The field label is missing",
        "label       | \"\"                       | The field label is empty",
        "label       | \"\\u0007\"                | The field label cannot be read",
        "client_id   | null                       | The field client_id is missing",
        "client_id   | \"nobody\"                 | The field client_id names no",
        "client_id   | \"stopped\"                | The field client_id names no",
        "client_id   | \"backend\"                | The field client_id names no",
        "client_id   | 7                          | The field client_id cannot be read",
        "service     | null                       | Either the field account or the field service",
        "service     | \"a b\"                    | The field service is up to 64",
        "service     | \"service:a\"              | The field service is up to 64",
        "account     | \"0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001\" | Either the field account or",
        "scopes      | null                       | The field scopes is missing",
        "scopes      | \"watch\"                  | The field scopes cannot be read",
        "scopes      | [null]                     | The field scopes is a list",
        "scopes      | [\"watch\", \"watch\"]     | The field scopes is a list",
        "scopes      | [\"watch record\"]         | The field scopes is a list",
        "scopes      | [\"print\"]                | The field scopes has one",
        "scopes      | [\"latchkey:admin\"]       | The field scopes has one",
        "scopes      | [\"watch\", \"openid\"]    | a service is no person",
        "api         | \"https://nowhere\"        | The field api names none",
        "api         | \"https://api.example.com/print\" | The field api names none",
        "count       | null                       | The field count is missing",
        "count       | 0                          | The field count is a number",
        "count       | 1000001                    | The field count is a number",
        "count       | \"3\"                      | The field count cannot be read",
        "count       | 2.5                        | The field count cannot be read",
        "valid_until | null                       | The field valid_until is missing",
        "valid_until | \"tomorrow\"               | The field valid_until is not a time",
        "valid_until | \"2020-01-01T00:00:00Z\"   | The field valid_until is in the past",
        "valid_until | \"2099-01-01T00:00:00Z\"   | more than latchkey.enrolment.longest-validity",
        "valid_from  | \"2098-01-01T00:00:00Z\"   | The field valid_from is not before",
        "requires_second_approval | \"yes\" | The field requires_second_approval cannot be read",
        "token       | \"my-own\"                 | The field token is not known",
      })
  void whatCannotBeApprovedAheadIsRefused(String field, String json, String sentence) {
    // Given
    var wish = new JsonObject(wish());
    wish.put(field, Json.decodeValue(json));

    // When
    var response = operator.creates(wish.encode());

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString(sentence));
  }

  @Test
  void anAccountThatIsNoIdIsRefused() {
    // Given
    var wish = wish("account", "alice");
    wish.remove("service");

    // When
    var response = operator.creates(wish);

    // Then
    response.statusCode(400).body("detail", equalTo("The field account is not an id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "", "{"})
  void whatIsNoWishIsRefused(String body) {
    // When
    var response = operator.creates(body);

    // Then
    response.statusCode(400).contentType(PROBLEM);
  }

  @Test
  void anAccountsDevicesMayHaveScopesOfPeople() {
    // Given
    var wish = wish("scopes", List.of("openid", "profile", "watch"));
    wish.remove("service");
    wish.put("account", UUID.randomUUID().toString());

    // When
    var response = operator.creates(wish);

    // Then
    response.statusCode(201).body("subject", equalTo(wish.get("account")));
  }

  @Test
  void listsTheNewestFirstByClientAndState() {
    // Given
    String first = id(operator.creates(wish("client_id", "auth0-tv")));
    String second =
        id(operator.creates(with(wish("client_id", "auth0-tv"), "requires_second_approval", true)));
    String third = id(operator.creates(wish("client_id", "auth0-tv")));
    operator.revokes(third);
    operator.creates(wish());

    // When
    var list = operator.gets("?client_id=auth0-tv&limit=3");

    // Then
    list.statusCode(200).body("enrolment_tokens.id", contains(third, second, first));
    operator
        .gets("?client_id=auth0-tv&state=awaiting_approval&limit=1")
        .body("enrolment_tokens.id", contains(second));
    operator
        .gets("?client_id=auth0-tv&state=revoked&limit=1")
        .body("enrolment_tokens.id", contains(third));
    operator
        .gets("?client_id=auth0-tv&state=active&limit=1")
        .body("enrolment_tokens.id", contains(first));
  }

  @Test
  void pagesShowEachTokenOnceWhateverComesMeanwhile() {
    // Given
    var expected = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      expected.addFirst(id(operator.creates(wish("client_id", "secure-tv"))));
    }
    var first = operator.gets("?client_id=secure-tv&limit=2");
    operator.creates(wish("client_id", "secure-tv"));

    // When
    var second = operator.gets("?client_id=secure-tv&limit=2&cursor=" + next(first));
    var third = operator.gets("?client_id=secure-tv&limit=2&cursor=" + next(second));

    // Then
    var shown = new ArrayList<>(ids(first));
    shown.addAll(ids(second));
    shown.addAll(ids(third));
    assertThat(shown.subList(0, 5)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "?name=x, name",
    "?client_id=, client_id",
    "?state=used, state",
    "?limit=0, limit",
    "?cursor=x, cursor",
    "?state=active&state=active, state",
  })
  void whatIsNotUnderstoodIsRefused(String query, String named) {
    // When
    var response = operator.gets(query);

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString(named));
  }

  @Test
  void anotherAdministratorApproves() {
    // Given
    var id = id(operator.creates(wish("requires_second_approval", true)));
    var etag = operator.gets("/" + id).extract().header("ETag");

    // When
    var response = operator.second().approves(id);

    // Then
    response
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("created_by", equalTo("admin-cli"))
        .body("approved_by", equalTo("second-admin"));
    assertThat(response.extract().header("ETag")).isNotEqualTo(etag);
    operator.second().approves(id).statusCode(200);
  }

  @Test
  void nobodyApprovesWhatTheyCreated() {
    // Given
    var id = id(operator.creates(wish("requires_second_approval", true)));

    // When
    var response = operator.approves(id);

    // Then
    response.statusCode(403).contentType(PROBLEM);
    operator.gets("/" + id).body("state", equalTo("awaiting_approval"));
  }

  @Test
  void whatIsRevokedIsNotApprovedAnyMore() {
    // Given
    var id = id(operator.creates(wish("requires_second_approval", true)));
    operator.revokes(id).statusCode(204);

    // When
    var response = operator.second().approves(id);

    // Then
    response.statusCode(409).contentType(PROBLEM);
  }

  @Test
  void revokingIsForWhoSaysWhatAndForGood() {
    // Given
    var id = id(operator.creates(wish()));
    var etag = operator.gets("/" + id).extract().header("ETag");

    // When
    var unsaid =
        operator
            .administrator()
            .asks("admin-cli", "/admin", "latchkey:admin")
            .when()
            .delete(PATH + "/" + id)
            .then();
    var wrong = operator.revokes(id, "\"77\"");
    var right = operator.revokes(id, etag);
    var again = operator.revokes(id, etag);

    // Then
    unsaid.statusCode(428).contentType(PROBLEM);
    wrong.statusCode(412).contentType(PROBLEM);
    right.statusCode(204);
    again.statusCode(204);
    operator
        .gets("/" + id)
        .body("state", equalTo("revoked"))
        .body("revoked_by", equalTo("admin-cli"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001"})
  void whatDoesNotExistIsNotFound(String id) {
    // When
    var response = operator.gets("/" + id);

    // Then
    response.statusCode(404).contentType(PROBLEM);
    operator.gets("/" + id + "/devices").statusCode(404);
    operator.approves(id).statusCode(404);
    operator.revokes(id, "*").statusCode(404);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().contentType("application/json").body(wish()).when().post(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "admin-cli, /admin, openid watch, 403",
    "admin-cli, /userinfo, latchkey:admin, 401",
    "tv, /admin, latchkey:admin, 401",
  })
  void noOtherTokenWillDo(String client, String audience, String scope, int status) {
    // When
    var response =
        operator
            .administrator()
            .asks(client, audience, scope)
            .contentType("application/json")
            .body(wish())
            .when()
            .post(PATH)
            .then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
  }

  @Test
  void whenThereIsNoPostgresqlNothingIsSaid() {
    // Given
    var id = id(operator.creates(wish()));
    stores.postgres().freeze();

    // When
    var response = operator.gets("/" + id);

    // Then
    stores.postgres().thaw();
    await().atMost(20, SECONDS).untilAsserted(() -> operator.gets("/" + id).statusCode(200));
    response
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .time(lessThan(5L), SECONDS);
  }

  @Test
  void aTokenThatNobodyUsedHasNoDevices() {
    // Given
    var id = id(operator.creates(wish()));

    // When
    var response = operator.gets("/" + id + "/devices");

    // Then
    response.statusCode(200).body("devices", hasSize(0)).body("next", nullValue());
    operator.gets("/" + id + "/devices?state=linked").statusCode(400);
  }

  private static Map<String, Object> with(Map<String, Object> wish, String field, Object value) {
    wish.put(field, value);
    return wish;
  }

  private static String id(ValidatableResponse created) {
    return created.statusCode(201).extract().path("id");
  }

  private static String next(ValidatableResponse page) {
    return page.extract().path("next");
  }

  private static List<String> ids(ValidatableResponse page) {
    return page.statusCode(200).extract().path("enrolment_tokens.id");
  }
}
