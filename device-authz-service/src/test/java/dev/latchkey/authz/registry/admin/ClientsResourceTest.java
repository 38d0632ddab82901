package dev.latchkey.authz.registry.admin;

import static dev.latchkey.authz.registry.admin.RegistryCalls.PROBLEM;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ClientsResourceTest {

  private static final String PATH = "/admin/clients";
  private static final String ANY = "*";

  /** DESIGN section 6: a view of the old state is used for at most 10 s. */
  private static final int SEEN_WITHIN = 20;

  private static final String FULL =
      """
      {"client_id": "%s", "name": "Füllhorn", "enabled": true,
       "logo": "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
       "token_endpoint_auth_method": "private_key_jwt",
       "jwks": {"keys": [{"kty": "EC", "crv": "P-256", "kid": "1",
         "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
         "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]},
       "allowed_origins": ["https://b.example.com", "https://a.example.com"],
       "grant_types": ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
       "scopes": ["openid", "watch", "offline_access"],
       "default_api": "https://api.example.com/tv", "require_pkce": true,
       "device_code": {"lifetime": "90s", "interval": "7s",
         "user_code": {"charset": "digits", "mask": "*** *** ***"}},
       "dpop_bound_access_tokens": true,
       "refresh_token": {"rotation": false, "idle_lifetime": "1d", "absolute_lifetime": "36h"},
       "id_token_signed_response_alg": "RS256", "first_party": true,
       "approval": {"typed_code": true, "networks": ["10.20.0.0/16"], "same_network": true,
         "groups": ["night staff"], "confirmation": "number"},
       "error_profile": "auth0"}
      """;

  /** Of no other test. */
  private final String id = "by-hand-" + UUID.randomUUID();

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private RegistryCalls clients;

  @BeforeEach
  void anAdministratorIsThere() {
    clients = new RegistryCalls(Administrator.of(stores), PATH);
  }

  @AfterEach
  void theRegistryIsAsItWas() {
    new EventRows(stores).run("delete from registry.client where client_id like 'by-hand-%'");
  }

  @Test
  void aNewClientHasTheDefaultsOfTheFileAndASecretThatIsShownOnce() {
    // When
    var response = clients.create(named("name", "TV"));

    // Then
    response
        .statusCode(201)
        .header("Location", PATH + "/" + id)
        .header("ETag", equalTo(clients.etag(id)))
        .header("Cache-Control", "no-store")
        .body("client_id", equalTo(id))
        .body("enabled", equalTo(true))
        .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
        .body("client_secret", matchesPattern("[A-Za-z0-9_-]{43}"))
        .body("device_code.lifetime", equalTo("10m"))
        .body("source", equalTo("admin"));
    clients
        .get(id)
        .body("client_secret", nullValue())
        .body(not(containsString(secretOf(response))));
    assertThat(
            new EventRows(stores)
                .strings("select secret_hash from registry.client where client_id = '" + id + "'"))
        .singleElement()
        .asString()
        .doesNotContain(secretOf(response));
  }

  @Test
  void aDeviceUsesTheNewClientWithItsSecretAndWithNoOther() {
    // Given
    var secret = secretOf(clients.create(device()).statusCode(201));

    // When
    var status = start(secret);

    // Then
    assertThat(status).isEqualTo(200);
    assertThat(start("another-" + secret)).isEqualTo(401);
  }

  @Test
  void anotherSecretReplacesTheFirstWithinTenSeconds() {
    // Given
    var first = secretOf(clients.create(device()));
    var etag = clients.etag(id);

    // When
    var response = clients.rotateSecret(id);

    // Then
    var second = secretOf(response.statusCode(200));
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start(second) == 200 && start(first) == 401);
    assertThat(clients.etag(id)).isNotEqualTo(etag);
    clients.rotateSecret(id, etag).statusCode(412).contentType(PROBLEM);
  }

  @Test
  void whoHasNoSecretGetsNone() {
    // Given
    clients.create(named("token_endpoint_auth_method", "none")).body("client_secret", nullValue());

    // When
    var response = clients.rotateSecret(id);

    // Then
    response.statusCode(409).contentType(PROBLEM);
  }

  @Test
  void everyFieldOfTheFileIsTakenAndGivenBackAndCanBeSentAgain() {
    // Given
    clients.create(FULL.formatted(id)).statusCode(201);
    var shown = clients.get(id).extract();

    // When
    var again = clients.replace(id, shown.header("ETag"), shown.asString());

    // Then
    again.statusCode(200).header("ETag", shown.header("ETag"));
    assertThat(again.extract().asString()).isEqualTo(shown.asString());
    again
        .body("jwks.keys[0].kid", equalTo("1"))
        .body("allowed_origins", contains("https://a.example.com", "https://b.example.com"))
        .body("scopes", contains("openid", "watch", "offline_access"))
        .body("device_code.user_code.mask", equalTo("*** *** ***"))
        .body("refresh_token.idle_lifetime", equalTo("1d"))
        .body("refresh_token.absolute_lifetime", equalTo("36h"))
        .body("approval.groups", contains("night staff"))
        .body("approval.confirmation", equalTo("number"))
        .body("error_profile", equalTo("auth0"));
  }

  @Test
  void aReplacementKeepsTheSecretAndNothingElseThatIsNotSent() {
    // Given
    var secret = secretOf(clients.create(device("\"require_pkce\": false")));
    assertThat(start(secret)).isEqualTo(200);

    // When
    var response = clients.replace(id, clients.etag(id), named("name", "Renamed"));

    // Then
    response
        .statusCode(200)
        .body("name", equalTo("Renamed"))
        .body("grant_types.size()", equalTo(0))
        .body("client_secret", nullValue());
    clients.replace(id, response.extract().header("ETag"), device()).statusCode(200);
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start(secret) == 200);
  }

  @Test
  void aClientThatNeedsASecretFromNowOnIsShownOne() {
    // Given
    clients.create(named("token_endpoint_auth_method", "none"));

    // When
    var response =
        clients.replace(
            id, clients.etag(id), named("token_endpoint_auth_method", "client_secret_post"));

    // Then
    response.statusCode(200).body("client_secret", notNullValue());
  }

  @Test
  void aStoppedClientStaysIsToldSoAndComesBack() {
    // Given
    var secret = secretOf(clients.create(device()));

    // When
    var response = clients.disable(id, clients.etag(id));

    // Then
    response.statusCode(204);
    clients.get(id).statusCode(200).body("enabled", equalTo(false));
    assertThat(start(secret)).isEqualTo(401);
    clients.disable(id, clients.etag(id)).statusCode(204);
    clients.replace(id, clients.etag(id), device()).statusCode(200).body("enabled", equalTo(true));
  }

  @Test
  void nothingIsWrittenOverThatSomebodyElseHasChanged() {
    // Given
    clients.create(named("name", "TV"));
    var stale = clients.etag(id);
    clients.replace(id, stale, named("name", "Changed")).statusCode(200);

    // When
    var replaced = clients.replace(id, stale, named("name", "Mine"));
    var disabled = clients.disable(id, stale);

    // Then
    replaced.statusCode(412).contentType(PROBLEM);
    disabled.statusCode(412).contentType(PROBLEM);
    clients.get(id).body("name", equalTo("Changed")).body("enabled", equalTo(true));
  }

  @Test
  void nothingIsChangedUnseen() {
    // Given
    clients.create(named("name", "TV"));

    // When
    var replaced = clients.replaceUnseen(id, named("name", "Mine"));
    var disabled = Administrator.of(stores).asks().when().delete(PATH + "/" + id).then();

    // Then
    replaced.statusCode(428).contentType(PROBLEM);
    disabled.statusCode(428).contentType(PROBLEM);
    clients.get(id).body("name", equalTo("TV"));
  }

  @Test
  void whoHasTheClientIsToldSo() {
    // Given
    var etag = clients.etag("tv");

    // When
    var response =
        Administrator.of(stores)
            .asks()
            .header("If-None-Match", etag)
            .when()
            .get(PATH + "/tv")
            .then();

    // Then
    response.statusCode(304).header("ETag", etag);
  }

  @Test
  void whatTheFileDeclaresIsShownAndReadOnly() {
    // Given
    var shown = clients.get("tv").statusCode(200).body("source", equalTo("file")).extract();

    // When
    var replaced =
        clients.replace("tv", shown.header("ETag"), "{\"client_id\":\"tv\",\"name\":\"Mine\"}");
    var disabled = clients.disable("tv", ANY);
    var rotated = clients.rotateSecret("printer");

    // Then
    for (var response : List.of(replaced, disabled, rotated)) {
      response
          .statusCode(409)
          .contentType(PROBLEM)
          .body("detail", startsWith("The registry file declares it"));
    }
    assertThat(clients.get("tv").extract().asString()).isEqualTo(shown.asString());
  }

  @Test
  void anIdIsGivenOnce() {
    // Given
    clients.create(named("name", "TV")).statusCode(201);
    clients.disable(id, ANY).statusCode(204);

    // When
    var again = clients.create(named("name", "Another"));
    var ofTheFile = clients.create("{\"client_id\":\"tv\",\"name\":\"Another\"}");

    // Then
    again.statusCode(409).contentType(PROBLEM);
    ofTheFile.statusCode(409).contentType(PROBLEM);
    clients.get(id).body("name", equalTo("TV"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"nme\": \"x\"                           | nme is unknown; did you mean name?",
        "\"enabled\": \"true\"                    | enabled has a value of the wrong kind",
        "\"device_code\": {\"lifetime\": \"9d\"}  | device_code.lifetime is between 1s and 24h",
        "\"device_code\": \"10m\"                 | device_code has a value of the wrong kind",
        "\"scopes\": [\"fly\"]                    | scopes names fly, which is no scope of any API",
        "\"scopes\": [\"latchkey:admin\"], \"grant_types\": [\"client_credentials\"]"
            + "                                   | administrators come from the registry file",
        "\"default_api\": \"https://other\"       | default_api names no API of the registry",
        "\"client_secret\": \"hunter2\"           | client_secret is made here and never sent",
        "\"client_secret\": {\"value\": \"x\"}    | client_secret is made here and never sent",
        "\"token_endpoint_auth_method\": \"private_key_jwt\"| The client has private_key_jwt, which",
        "\"jwks_uri\": \"http://example.com/x\", \"token_endpoint_auth_method\": \"private_key_jwt\""
            + "                                   | jwks_uri is no https address",
        "\"approval\": {\"networks\": []}         | approval.networks is empty",
        "\"source\": \"file\"                     | source is admin",
        "\"error_profile\": 5                     | error_profile has a value of the wrong kind",
      })
  void whatTheFileCouldNotSayIsRefused(String field, String sentence) {
    // When
    var response = clients.create("{\"client_id\":\"%s\",\"name\":\"TV\",%s}".formatted(id, field));

    // Then
    response
        .statusCode(400)
        .contentType(PROBLEM)
        .body("detail", containsString(sentence))
        .body("detail", not(containsString("hunter2")));
    clients.get(id).statusCode(404);
  }

  @Test
  void allMistakesAreToldTogether() {
    // When
    var response =
        clients.create(
            "{\"client_id\":\"%s\",\"scopes\":[\"fly\"],\"error_profile\":\"x\"}".formatted(id));

    // Then
    response
        .statusCode(400)
        .body("detail", containsString("The field name is missing"))
        .body("detail", containsString("The field scopes names fly"))
        .body("detail", containsString("The field error_profile is rfc8628 or auth0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "\"tv\"",
        "{\"client_id\":5,\"name\":\"x\"}",
        "{\"client_id\":\"\",\"name\":\"x\"}",
        "{\"client_id\":\"a\\u0000b\",\"name\":\"x\"}",
        "{\"client_id\":\"a\",\"client_id\":\"b\",\"name\":\"x\"}",
        "{\"client_id\":\"a\",\"name\":\"half \\ud800\"}"
      })
  void whatIsNoClientIsRefused(String body) {
    // When
    var response = clients.create(body);

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", notNullValue());
  }

  @Test
  void aReplacementIsOfTheClientThatTheAddressNames() {
    // Given
    clients.create(named("name", "TV"));

    // When
    var response = clients.replace(id, ANY, "{\"client_id\":\"tv\",\"name\":\"Mine\"}");

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString("client_id"));
  }

  @Test
  void whatIsNotThereIsNotChanged() {
    // When
    var replaced = clients.replace(id, ANY, named("name", "TV"));

    // Then
    replaced.statusCode(404).contentType(PROBLEM);
    clients.disable(id, ANY).statusCode(404);
    clients.rotateSecret(id).statusCode(404);
    clients.get(id + "\u0000").statusCode(404);
  }

  @Test
  void aBodyOfTenMegabytesIsNotReadAtAll() throws IOException {
    // When
    var head = headOfAnswer("POST " + PATH + " HTTP/1.1", "Content-Length: 10485760");

    // Then
    assertThat(head).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aLogoAsLargeAsTheFileMayHaveFits() {
    // Given
    var picture =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><!--" + "x".repeat(32_000) + "--></svg>";
    var logo = Base64.getEncoder().encodeToString(picture.getBytes(US_ASCII));

    // When
    var response = clients.create(named("logo", "data:image/svg+xml;base64," + logo));

    // Then
    response.statusCode(201).body("logo", containsString(logo));
  }

  @Test
  void pagesShowEachClientOnce() {
    // Given
    var made = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      made.add(id + "-" + i);
      clients.create("{\"client_id\":\"%s-%d\",\"name\":\"TV\"}".formatted(id, i));
    }
    clients.disable(id + "-3", ANY);

    // When
    var shown = new ArrayList<String>();
    var filter = Map.of("source", "admin", "state", "enabled", "limit", "2");
    var page = clients.list(filter).statusCode(200);
    shown.addAll(page.extract().path("clients.client_id"));
    while (page.extract().path("next") != null) {
      var next = new HashMap<>(filter);
      next.put("cursor", page.extract().path("next"));
      page = clients.list(next).statusCode(200);
      shown.addAll(page.extract().path("clients.client_id"));
    }

    // Then
    made.remove(3);
    assertThat(shown).containsExactlyElementsOf(made);
    clients
        .list(Map.of("source", "file", "limit", "200"))
        .body("clients.client_id", hasItem("careful-tv"))
        .body("clients.logo.findAll { it != null }.size()", equalTo(0))
        .body("clients.size()", greaterThanOrEqualTo(10));
    clients.list(Map.of("state", "disabled")).body("clients.client_id", hasItem(id + "-3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=off", "source=me", "limit=0", "name=tv", "cursor=x", "state="})
  void whatIsNotUnderstoodIsRefused(String query) {
    // When
    var response =
        Administrator.of(stores)
            .asks()
            .urlEncodingEnabled(false)
            .when()
            .get(PATH + "?" + query)
            .then();

    // Then
    response.statusCode(400).contentType(PROBLEM);
  }

  @Test
  void eachChangeIsAnEventThatNamesTheAdministrator() {
    try (var audit = AuditLines.open()) {
      // When
      clients.create(device());
      clients.replace(id, ANY, device("\"require_pkce\": true, \"name\": \"New\""));
      clients.replace(id, ANY, device("\"require_pkce\": true, \"name\": \"New\""));
      clients.rotateSecret(id);
      clients.disable(id, ANY);
      clients.disable(id, ANY);

      // Then
      assertThat(audit.with("client_id", id))
          .hasSize(4)
          .allMatch(line -> line.contains("by=admin-cli"));
      assertThat(audit.of("client.created", "client_id", id)).hasSize(1);
      assertThat(audit.of("client.changed", "client_id", id))
          .singleElement()
          .asString()
          .contains("fields=\"name require_pkce\"");
      assertThat(audit.of("secret.rotated", "client_id", id)).hasSize(1);
      assertThat(audit.of("client.disabled", "client_id", id)).hasSize(1);
    }
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
        Administrator.of(stores)
            .asks(client, audience, scope)
            .contentType("application/json")
            .body(named("name", "TV"))
            .when()
            .post(PATH)
            .then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
    clients.get(id).statusCode(404);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response =
        given().contentType("application/json").body(named("name", "TV")).when().post(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
    clients.get(id).statusCode(404);
  }

  private String named(String field, String value) {
    var name = field.equals("name") ? "" : "\"name\":\"TV\",";
    return "{\"client_id\":\"%s\",%s\"%s\":\"%s\"}".formatted(id, name, field, value);
  }

  /** A device with a secret. */
  private String device(String... more) {
    var fields = more.length == 0 ? "" : "," + String.join(",", more);
    var name = fields.contains("\"name\"") ? "" : "\"name\":\"TV\",";
    return """
        {"client_id": "%s", %s
         "grant_types": ["urn:ietf:params:oauth:grant-type:device_code"], "scopes": ["openid"]%s}
        """
        .formatted(id, name, fields);
  }

  private static String secretOf(ValidatableResponse response) {
    return response.extract().path("client_secret");
  }

  private int start(String secret) {
    return given()
        .auth()
        .preemptive()
        .basic(id, secret)
        .contentType("application/x-www-form-urlencoded")
        .formParam("scope", "openid")
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }

  private static String headOfAnswer(String... head) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var request = String.join("\r\n", head) + "\r\nHost: localhost\r\n\r\n";
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(20), US_ASCII);
    }
  }
}
