package dev.latchkey.token.introspect;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.oauth.client.SecretHash;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class IntrospectionTest {

  private static final String API = "https://api.example.com/guarded";
  private static final Duration SOON = Duration.ofSeconds(15);

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
    Neighbours.run(
        stores(),
        """
        insert into registry.client
            (client_id, token_endpoint_auth_method, secret_hash, grant_types, allowed_origins)
          values
            ('guarded-api', 'client_secret_basic', '%1$s', '', 'https://tv.example.com'),
            ('other-api', 'client_secret_basic', '%1$s', '', '')
          on conflict do nothing;
        insert into registry.api values ('%2$s', true, true, 600000, 'guarded-api living-room-tv')
          on conflict do nothing
        """
            .formatted(SecretHash.of(Neighbours.SECRET).encoded(), API));
  }

  @Test
  void saysTheAuthenticationContextIfTheTokenDoes() {
    // Given
    var family = linked().with("acr = 'urn:example:gold'");

    // When
    var response = introspect(token(family));

    // Then
    response.statusCode(200).body("acr", equalTo("urn:example:gold"));
  }

  @Test
  void aTokenOfAServiceIsLiveWithoutAnAccount() {
    // Given
    var family = linked().with("subject = null, service = 'lobby', enrolment = gen_random_uuid()");

    // When
    var response = introspect(token(family));

    // Then
    response
        .statusCode(200)
        .body("active", equalTo(true))
        .body("sub", equalTo("service:lobby"))
        .body("$", not(hasKey("auth_time")));
  }

  @Test
  void saysOfALiveTokenWhatItSays() {
    // Given
    var family = linked();

    // When
    var response = introspect(token(family));

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("active", equalTo(true))
        .body("scope", equalTo("openid watch offline_access"))
        .body("client_id", equalTo("living-room-tv"))
        .body("sub", equalTo(Neighbours.ALICE.toString()))
        .body("aud", hasItem(API))
        .body("iss", equalTo("http://localhost:8080"))
        .body("exp", greaterThan(0))
        .body("iat", greaterThan(0))
        .body("jti", notNullValue())
        .body("token_type", equalTo("Bearer"))
        .body("auth_time", greaterThan(0))
        .body("amr", hasItem("pwd"))
        .body("device_id", equalTo(family.id().toString()))
        .body("$", not(hasKey("cnf")));
  }

  @Test
  void anotherApisTokenIsNotTheirs() {
    // Given
    var token = token(linked());

    // When
    var response = introspect(token, "other-api");

    // Then
    isInactive(response);
  }

  @Test
  void anUnlinkedDeviceIsInactiveAtOnce() {
    // Given
    var family = linked();
    var token = token(family);
    introspect(token).body("active", equalTo(true));
    family.with("revoked_at = now()");

    // When
    var response = introspect(token);

    // Then
    isInactive(response);
  }

  @Test
  void aRevokedTokenIsInactiveAtOnce() {
    // Given
    var token = token(linked());
    form()
        .formParam("client_id", "living-room-tv")
        .formParam("token", token)
        .post("/oauth/revoke")
        .then()
        .statusCode(200);

    // When
    var response = introspect(token);

    // Then
    isInactive(response);
  }

  @Test
  void theTokensOfAnAccountThatIsGoneBecomeInactive() {
    // Given
    var bob = UUID.randomUUID();
    Neighbours.run(
        stores(),
        """
        insert into people.account (id, username, name, email_verified, disabled, updated_at)
          values ('%s', '%s', 'Bob', false, false, now())
        """
            .formatted(bob, bob));
    var token = token(linked().with("subject = '%s'".formatted(bob)));
    Neighbours.run(stores(), "delete from people.account where id = '%s'".formatted(bob));

    // When
    await().atMost(SOON).untilAsserted(() -> isInactive(introspect(token)));

    // Then
    isInactive(introspect(token));
  }

  @Test
  void theTokensOfAStoppedClientBecomeInactive() {
    // Given
    Neighbours.run(
        stores(),
        """
        insert into registry.client (client_id, token_endpoint_auth_method, grant_types)
          values ('old-tv', 'none', 'refresh_token')
        """);
    var family = linked("old-tv");
    String token = refresh(family.token(1), "old-tv").extract().path("access_token");
    introspect(token).body("active", equalTo(true));

    // When
    Neighbours.run(
        stores(), "update registry.client set enabled = false where client_id = 'old-tv'");

    // Then
    await().atMost(SOON).untilAsserted(() -> isInactive(introspect(token)));
  }

  @Test
  void refreshTokensAndGarbageAreInactive() {
    // Given
    var family = linked();

    // When
    var refreshToken = introspect(family.token(1));
    var garbage = introspect("garbage");

    // Then
    isInactive(refreshToken);
    isInactive(garbage);
  }

  @Test
  void aTokenWithAnyCharacterChangedIsInactive() {
    // Given
    var token = token(linked());
    var dot = token.lastIndexOf('.');
    var first = token.charAt(dot + 1) == 'A' ? 'B' : 'A';

    // When
    var response = introspect(token.substring(0, dot + 1) + first + token.substring(dot + 2));

    // Then
    isInactive(response);
  }

  @Test
  void aPublicClientCannotAskEvenIfItIsListed() {
    // Given
    var token = token(linked());

    // When
    var response = post(form().formParam("client_id", "living-room-tv").formParam("token", token));

    // Then
    response
        .statusCode(401)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void aWrongSecretIsRefused() {
    // When
    var response =
        post(form().auth().preemptive().basic("guarded-api", "wrong").formParam("token", "x"));

    // Then
    response
        .statusCode(401)
        .header("WWW-Authenticate", notNullValue())
        .body("error", equalTo("invalid_client"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "other"})
  void whoDoesNotAuthenticateIsAskedTo(String parameter) {
    // When
    var response = post(form().formParam(parameter, "x"));

    // Then
    response
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Basic"))
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void theTokenIsRequired() {
    // When
    var response = post(form().auth().preemptive().basic("guarded-api", Neighbours.SECRET));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_request"));
  }

  @Test
  void noWebPageReadsTheAnswer() {
    // Given
    var request =
        form()
            .auth()
            .preemptive()
            .basic("guarded-api", Neighbours.SECRET)
            .header("Origin", "https://tv.example.com")
            .formParam("token", "x");

    // When
    var response = post(request);

    // Then
    isInactive(response);
    response.header("Access-Control-Allow-Origin", nullValue()).header("Vary", nullValue());
  }

  @Test
  void aStoppedRedisIsNoAnswer() {
    // Given
    var token = token(linked());
    stores().redis().kill();

    // When
    var response = introspect(token);

    // Then
    stores().redis().restart();
    response.statusCode(503).body("error", equalTo("temporarily_unavailable"));
    await().atMost(SOON).untilAsserted(() -> introspect(token).body("active", equalTo(true)));
  }

  @Test
  void aStoppedPostgresqlIsNoAnswer() {
    // Given
    var token = token(linked());
    introspect(token);
    stores().postgres().stop();

    // When
    var response = introspect(token);

    // Then
    stores().postgres().restart();
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"));
    await().atMost(SOON).untilAsserted(() -> introspect(token).body("active", equalTo(true)));
  }

  private StoredFamily linked() {
    return linked("living-room-tv");
  }

  private StoredFamily linked(String client) {
    return StoredFamily.linked(stores(), client).with("api = '%s'".formatted(API));
  }

  private static String token(StoredFamily family) {
    return refresh(family.token(1)).extract().path("access_token");
  }

  private static ValidatableResponse introspect(String token) {
    return introspect(token, "guarded-api");
  }

  private static ValidatableResponse introspect(String token, String caller) {
    return post(
        form().auth().preemptive().basic(caller, Neighbours.SECRET).formParam("token", token));
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.when().post("/oauth/introspect").then();
  }

  /** Nothing else is said. */
  private static void isInactive(ValidatableResponse response) {
    var body = response.statusCode(200).header("Cache-Control", "no-store").extract().asString();
    assertThat(body).isEqualTo("{\"active\":false}");
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
