package dev.latchkey.authz.registry.admin;

import static dev.latchkey.authz.registry.admin.RegistryCalls.PROBLEM;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.authz.admin.Administrator;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class ApisResourceTest {

  private static final String PATH = "/admin/apis";
  private static final String OF_THE_FILE = "https://api.example.com/tv";
  private static final String ANY = "*";

  /** Of no other test. */
  private final String unique = UUID.randomUUID().toString();

  private final String api = "https://by-hand.example.com/" + unique;
  private final String scope = "fly-" + unique;
  private final String client = "by-hand-" + unique;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private RegistryCalls apis;

  @SuppressWarnings("NullAway.Init") // before each test
  private RegistryCalls clients;

  @BeforeEach
  void anAdministratorIsThere() {
    apis = new RegistryCalls(Administrator.of(stores), PATH);
    clients = new RegistryCalls(Administrator.of(stores), "/admin/clients");
  }

  @AfterEach
  void theRegistryIsAsItWas() {
    new EventRows(stores)
        .run(
            "delete from registry.client where client_id like 'by-hand-%';"
                + " delete from registry.api where identifier like 'https://by-hand.%'");
  }

  @Test
  void aNewApiIsUsedByDevicesOfANewClient() {
    // Given
    apis.create(flying()).statusCode(201);
    clients.create(device()).statusCode(201);

    // When
    var status = start();

    // Then
    assertThat(status).isEqualTo(200);
  }

  @Test
  void aNewApiIsShownAsItWasSentWithTheDefaultsOfTheFile() {
    // When
    var response = apis.create(flying());

    // Then
    response
        .statusCode(201)
        .header("Location", PATH + "/https%3A%2F%2Fby-hand.example.com%2F" + unique)
        .header("ETag", equalTo(apis.etag(api)))
        .body("identifier", equalTo(api))
        .body("enabled", equalTo(true))
        .body("scopes.'%s'.en".formatted(scope), equalTo("Fly"))
        .body("allow_offline_access", equalTo(false))
        .body("access_token_lifetime", equalTo("1h"))
        .body("source", equalTo("admin"));
  }

  @Test
  void everyFieldIsGivenBackAndCanBeSentAgain() {
    // Given
    apis.create(
            """
            {"identifier": "%s", "name": "Flying", "enabled": false, "allow_offline_access": true,
             "scopes": {"%s": {"en": "Fly", "de": "Fliegen"}}, "access_token_lifetime": "90s",
             "introspection_clients": ["tv-api", "printer"]}
            """
                .formatted(api, scope))
        .statusCode(201);
    var shown = apis.get(api).extract();

    // When
    var again = apis.replace(api, shown.header("ETag"), shown.asString());

    // Then
    again.statusCode(200).header("ETag", shown.header("ETag"));
    assertThat(again.extract().asString()).isEqualTo(shown.asString());
    again
        .body("enabled", equalTo(false))
        .body("scopes.'%s'.de".formatted(scope), equalTo("Fliegen"))
        .body("access_token_lifetime", equalTo("90s"))
        .body("introspection_clients", contains("printer", "tv-api"));
  }

  @Test
  void aWithdrawnApiStaysIsGivenToNobodyAndComesBack() {
    // Given
    apis.create(flying());
    clients.create(device());

    // When
    var response = apis.disable(api, apis.etag(api));

    // Then
    response.statusCode(204);
    apis.get(api).body("enabled", equalTo(false));
    assertThat(start()).isEqualTo(400);
    apis.replace(api, apis.etag(api), flying()).statusCode(200).body("enabled", equalTo(true));
  }

  @Test
  void aScopeThatAClientHasStays() {
    // Given
    apis.create(flying());
    clients.create(device());

    // When
    var response =
        apis.replace(api, ANY, "{\"identifier\":\"%s\",\"name\":\"Flying\"}".formatted(api));

    // Then
    response
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", containsString(client))
        .body("detail", containsString(scope));
    apis.get(api).body("scopes.'%s'.en".formatted(scope), equalTo("Fly"));
  }

  @Test
  void aClientThatIntrospectsDoesNotBecomePublic() {
    // Given
    clients.create("{\"client_id\":\"%s\",\"name\":\"API\"}".formatted(client));
    apis.create(
            """
            {"identifier": "%s", "name": "Flying", "introspection_clients": ["%s"]}
            """
                .formatted(api, client))
        .statusCode(201);

    // When
    var response =
        clients.replace(client, ANY, "{\"name\":\"API\",\"token_endpoint_auth_method\":\"none\"}");

    // Then
    response.statusCode(409).contentType(PROBLEM).body("detail", containsString(api));
  }

  @Test
  void whatTheFileDeclaresIsShownAndReadOnly() {
    // Given
    var shown = apis.get(OF_THE_FILE).statusCode(200).body("source", equalTo("file")).extract();

    // When
    var replaced = apis.replace(OF_THE_FILE, shown.header("ETag"), "{\"name\":\"Mine\"}");
    var disabled = apis.disable(OF_THE_FILE, ANY);

    // Then
    for (var response : List.of(replaced, disabled)) {
      response.statusCode(409).contentType(PROBLEM).body("detail", containsString("file"));
    }
    assertThat(apis.get(OF_THE_FILE).extract().asString()).isEqualTo(shown.asString());
  }

  @Test
  void changesAreMadeOfWhatWasSeen() {
    // Given
    apis.create(flying());
    var stale = apis.etag(api);
    apis.replace(api, stale, flying().replace("Flying", "Changed")).statusCode(200);

    // When
    var replaced = apis.replace(api, stale, flying());
    var disabled = apis.disable(api, stale);
    var unseen = apis.replaceUnseen(api, flying());

    // Then
    replaced.statusCode(412).contentType(PROBLEM);
    disabled.statusCode(412).contentType(PROBLEM);
    unseen.statusCode(428).contentType(PROBLEM);
    apis.get(api).body("name", equalTo("Changed"));
  }

  @Test
  void anIdentifierIsGivenOnce() {
    // Given
    apis.create(flying());

    // When
    var again = apis.create(flying());

    // Then
    again.statusCode(409).contentType(PROBLEM);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"scope\": {}                               | scope is unknown; did you mean scopes?",
        "\"scopes\": {\"openid\": \"x\"}             | scopes.openid is a scope of OpenID Connect",
        "\"scopes\": {\"latchkey:admin\": \"x\"}     | is a scope of Latchkey itself",
        "\"scopes\": {\"fly\": {\"de\": \"x\"}}      | scopes.fly has no text in English",
        "\"scopes\": []                              | scopes has a value of the wrong kind",
        "\"access_token_lifetime\": \"2d\"           | access_token_lifetime is between 1s and 24h",
        "\"introspection_clients\": [\"tv\"]         | names no confidential client of the registry",
        "\"allow_offline_access\": 1                 | allow_offline_access has a value of the wrong",
      })
  void whatTheFileCouldNotSayIsRefused(String field, String sentence) {
    // When
    var response =
        apis.create("{\"identifier\":\"%s\",\"name\":\"Flying\",%s}".formatted(api, field));

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString(sentence));
    apis.get(api).statusCode(404);
  }

  @Test
  void pagesAreInOrder() {
    // Given
    apis.create(flying());

    // When
    var first = apis.list(Map.of("source", "file", "limit", "1")).statusCode(200);

    // Then
    first.body("apis.identifier", contains("https://api.example.com/print"));
    apis.list(Map.of("source", "file", "limit", "1", "cursor", first.extract().path("next")))
        .body("apis.identifier", contains(OF_THE_FILE));
    apis.list(Map.of("source", "admin")).body("apis.identifier", contains(api));
  }

  @Test
  void eachChangeIsAnEventThatNamesTheAdministrator() {
    try (var audit = AuditLines.open()) {
      // When
      apis.create(flying());
      apis.replace(api, ANY, flying().replace("\"Flying\"", "\"Soaring\""));
      apis.disable(api, ANY);
      apis.disable(api, ANY);

      // Then
      assertThat(audit.with("api", api)).hasSize(3).allMatch(line -> line.contains("by=admin-cli"));
      assertThat(audit.of("api.created", "api", api)).hasSize(1);
      assertThat(audit.of("api.changed", "api", api))
          .singleElement()
          .asString()
          .contains("fields=name");
      assertThat(audit.of("api.disabled", "api", api)).hasSize(1);
    }
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().contentType("application/json").body(flying()).when().post(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
    apis.get(api).statusCode(404);
  }

  private String flying() {
    return """
        {"identifier": "%s", "name": "Flying", "scopes": {"%s": "Fly"}}
        """
        .formatted(api, scope);
  }

  private String device() {
    return """
        {"client_id": "%s", "name": "TV", "token_endpoint_auth_method": "none",
         "grant_types": ["urn:ietf:params:oauth:grant-type:device_code"],
         "scopes": ["%s"], "default_api": "%s"}
        """
        .formatted(client, scope, api);
  }

  private int start() {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .formParam("scope", scope)
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }
}
