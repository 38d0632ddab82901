package dev.latchkey.token.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of clients that this process has not seen yet, so that no view of them is old. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RegisteredAdministratorsTest {

  private static final String ISSUER = "http://localhost:8080";

  @Inject SigningKeys keys;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void aRegisteredAdministratorAdministers() {
    // Given
    register("night-shift", true, "latchkey:admin");

    // When
    var response = keysAskedForBy("night-shift");

    // Then
    response.statusCode(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"stopped-shift, false, latchkey:admin", "demoted-shift, true, ''"})
  void whoIsStoppedOrDemotedHasATokenOfNoUse(String client, boolean enabled, String scopes) {
    // Given
    register(client, enabled, scopes);

    // When
    var response = keysAskedForBy(client);

    // Then
    isRefused(response);
  }

  @Test
  void whoIsNotRegisteredAnyMoreIsNoAdministrator() {
    // When
    var response = keysAskedForBy("former-shift");

    // Then
    isRefused(response);
  }

  private void register(String client, boolean enabled, String scopes) {
    Neighbours.run(
        stores,
        """
        insert into registry.client
            (client_id, enabled, token_endpoint_auth_method, grant_types, scopes)
          values ('%s', %s, 'client_secret_basic', 'client_credentials', '%s')
          on conflict do nothing
        """
            .formatted(client, enabled, scopes));
  }

  private ValidatableResponse keysAskedForBy(String client) {
    var key = keys.current();
    var now = Instant.now();
    var token =
        Jwt.issuer(ISSUER)
            .subject("client:" + client)
            .audience(ISSUER + "/admin")
            .issuedAt(now)
            .expiresAt(now.plus(Duration.ofMinutes(10)))
            .claim("client_id", client)
            .claim("scope", "latchkey:admin")
            .claim("jti", UUID.randomUUID().toString())
            .jws()
            .type("at+jwt")
            .keyId(key.kid())
            .algorithm(key.algorithm().signature())
            .sign(key.privateKey());
    return given().auth().oauth2(token).when().get("/admin/keys").then();
  }

  private static void isRefused(ValidatableResponse response) {
    response.statusCode(401).contentType("application/problem+json");
    assertThat(response.extract().headers().getValues("WWW-Authenticate"))
        .first()
        .asString()
        .contains("error=\"invalid_token\"");
  }
}
