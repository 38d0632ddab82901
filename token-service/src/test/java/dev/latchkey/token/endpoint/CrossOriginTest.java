package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of web-based TVs, which are pages of their clients' origins. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class CrossOriginTest {

  private static final String OWN = "https://tv.example.com";
  private static final String OTHERS = "https://radio.example.com";
  private static final String STOPPED = "https://stopped.example.com";

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
    Neighbours.run(
        stores(),
        """
        insert into registry.client
            (client_id, enabled, token_endpoint_auth_method, grant_types, allowed_origins)
          values
            ('web-tv', true, 'none', 'urn:ietf:params:oauth:grant-type:device_code',
              'https://tv.example.com https://tv2.example.com'),
            ('web-radio', true, 'none', '', 'https://radio.example.com'),
            ('stopped-tv', false, 'none', '', 'https://stopped.example.com')
          on conflict do nothing
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/token", "/oauth2/token", "/oauth/revoke", "/userinfo"})
  void aPreflightPassesForAnOriginThatAnyClientLists(String path) {
    // When
    var response = preflight(path, "https://tv2.example.com");

    // Then
    response
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "https://tv2.example.com")
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header("Access-Control-Allow-Headers", containsString("DPoP"))
        .header("Vary", equalToIgnoringCase("Origin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://nobody.example.com", STOPPED, "null"})
  void aPreflightOfAnyOtherOriginDoesNot(String origin) {
    // When
    var response = preflight("/oauth/token", origin);

    // Then
    response
        .statusCode(403)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void introspectionIsNotForPages() {
    // When
    var response = preflight("/oauth/introspect", OWN);

    // Then
    response.statusCode(405).header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void whatIsNoPreflightIsAnotherMethod() {
    // When
    var response = given().header("Origin", OWN).when().options("/oauth/token").then();

    // Then
    response.statusCode(405).header("Allow", "POST").body("error", equalTo("invalid_request"));
  }

  @Test
  void aPageOfTheClientReadsItsPolls() {
    // Given
    var code = pending().ofClient(new ClientId("web-tv")).save(stores().redis());

    // When
    var response = pollFrom(OWN, code.value());

    // Then
    isReadable(response.statusCode(400).body("error", equalTo("authorization_pending")));
  }

  @Test
  void aPageOfTheClientReadsRefusals() {
    // When
    var response =
        post(
            form()
                .header("Origin", OWN)
                .formParam("client_id", "web-tv")
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", "x"));

    // Then
    isReadable(response.statusCode(400).body("error", equalTo("unauthorized_client")));
  }

  @Test
  void aPageOfTheClientReadsThatItIsRefused() {
    // When
    var response =
        post(
            pollForm("x".repeat(43))
                .header("Origin", OWN)
                .formParam("client_id", "web-tv")
                .formParam("client_secret", "x"));

    // Then
    isReadable(response.statusCode(401).body("error", equalTo("invalid_client")));
  }

  @Test
  void aPageOfAnotherClientReadsNothing() {
    // When
    var response = pollFrom(OTHERS, "x".repeat(43));

    // Then
    response
        .statusCode(400)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Vary", equalToIgnoringCase("Origin"));
  }

  static Stream<Arguments> early() {
    return Stream.of(
        early("no grant_type", 400, form -> form.post("/oauth/token")),
        early(
            "unknown grant_type",
            400,
            form -> form.formParam("grant_type", "password").post("/oauth/token")),
        early(
            "unreadable scope",
            400,
            form ->
                form.formParam("grant_type", "refresh_token")
                    .formParam("client_id", "web-tv")
                    .formParam("refresh_token", "x")
                    .formParam("scope", "\"")
                    .post("/oauth/token")),
        early(
            "unknown client",
            401,
            form ->
                form.formParam("grant_type", "refresh_token")
                    .formParam("client_id", "nobody")
                    .formParam("refresh_token", "x")
                    .post("/oauth/token")),
        early("no client to revoke", 400, form -> form.post("/oauth/revoke")),
        early("another method", 405, form -> form.get("/oauth/token")),
        early("no access token", 401, form -> form.get("/userinfo")),
        early("a bad access token", 401, form -> form.auth().oauth2("x").get("/userinfo")));
  }

  private static Arguments early(
      String what, int status, Function<RequestSpecification, Response> request) {
    return Arguments.arguments(what, status, request);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("early")
  void refusalsBeforeTheClientIsKnownAreReadByPagesOfAnyClient(
      String what, int status, Function<RequestSpecification, Response> request) {
    // When
    var page = request.apply(form().header("Origin", OWN)).then();
    var stranger = request.apply(form().header("Origin", "https://nobody.example.com")).then();

    // Then
    isReadable(page.statusCode(status));
    stranger
        .statusCode(status)
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Vary", equalToIgnoringCase("Origin"));
    assertThat(page.extract().headers().getValues("Vary")).hasSize(1);
  }

  @Test
  void refusedIntrospectionIsNotForPages() {
    // When
    var response = form().header("Origin", OWN).post("/oauth/introspect").then();

    // Then
    response.header("Access-Control-Allow-Origin", nullValue()).header("Vary", nullValue());
  }

  @Test
  void whoApprovedIsReadByPagesOfTheClientAlone() {
    // Given
    var code =
        approvedBy(ALICE.toString())
            .ofClient(new ClientId("web-tv"))
            .withScope("openid")
            .save(stores().redis());
    String token =
        post(pollForm(code.value()).formParam("client_id", "web-tv"))
            .extract()
            .path("access_token");

    // When
    var own = given().header("Origin", OWN).auth().oauth2(token).get("/userinfo").then();
    var others = given().header("Origin", OTHERS).auth().oauth2(token).get("/userinfo").then();

    // Then
    isReadable(own.statusCode(200));
    others.statusCode(200).header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void aPageReadsThatTheRegistryIsAway() {
    // Given
    preflight("/oauth/token", OWN);
    stores().postgres().stop();

    // When
    var response =
        post(
            form()
                .header("Origin", OWN)
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", "never-asked-for")
                .formParam("refresh_token", "x"));

    // Then
    stores().postgres().restart();
    isReadable(response.statusCode(503).header("Retry-After", notNullValue()));
    await().atMost(15, SECONDS).untilAsserted(() -> preflight("/oauth/token", OWN).statusCode(204));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/.well-known/jwks.json"
      })
  void metadataAndKeysAreForEveryPage(String path) {
    // When
    var response = given().header("Origin", "https://nobody.example.com").when().get(path).then();

    // Then
    response.statusCode(200).header("Access-Control-Allow-Origin", "*");
    preflight(path, "https://nobody.example.com")
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "*");
  }

  private static ValidatableResponse preflight(String path, String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .when()
        .options(path)
        .then();
  }

  private static ValidatableResponse pollFrom(String origin, String code) {
    return post(pollForm(code).header("Origin", origin).formParam("client_id", "web-tv"));
  }

  private static void isReadable(ValidatableResponse response) {
    response
        .header("Access-Control-Allow-Origin", OWN)
        .header("Access-Control-Expose-Headers", containsString("Retry-After"))
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Vary", equalToIgnoringCase("Origin"))
        .header("Cache-Control", "no-store");
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
