package dev.latchkey.token.endpoint;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ClientCredentialsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void anAdministratorGetsATokenForAdministration() throws Exception {
    // When
    var response = post(ask("admin-cli", Neighbours.SECRET));

    // Then
    response
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("scope", equalTo("latchkey:admin"))
        .body("refresh_token", nullValue())
        .body("id_token", nullValue());
    var claims = SignedJWT.parse(response.extract().path("access_token")).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("client:admin-cli");
    assertThat(claims.getAudience()).isEqualTo(List.of("http://localhost:8080/admin"));
    assertThat(claims.getStringClaim("client_id")).isEqualTo("admin-cli");
    assertThat(claims.getClaim("device_id")).isNull();
  }

  @Test
  void theTokenIsBoundToTheKeyOfAProof() {
    // When
    var response = new DpopKey().token(() -> ask("admin-cli", Neighbours.SECRET));

    // Then
    response.statusCode(200).body("token_type", equalTo("DPoP"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("admin-cli", "wrong", Map.of(), 401, "invalid_client"),
        arguments("printer", Neighbours.SECRET, Map.of(), 400, "unauthorized_client"),
        arguments("report-job", Neighbours.SECRET, Map.of(), 400, "invalid_scope"),
        arguments(
            "admin-cli",
            Neighbours.SECRET,
            Map.of("scope", "latchkey:admin openid"),
            400,
            "invalid_scope"),
        arguments(
            "admin-cli",
            Neighbours.SECRET,
            Map.of("audience", "https://api.example.com/tv"),
            400,
            "invalid_target"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void nobodyElseGetsOne(
      String client, String secret, Map<String, String> more, int status, String error) {
    // When
    var response = post(ask(client, secret).formParams(more));

    // Then
    response.statusCode(status).body("error", equalTo(error));
  }

  @Test
  void aPublicClientHasNoCredentials() {
    // When
    var response =
        post(
            form().formParam("grant_type", "client_credentials").formParam("client_id", "backend"));

    // Then
    response.statusCode(400).body("error", equalTo("unauthorized_client"));
  }

  private static RequestSpecification ask(String client, String secret) {
    return form()
        .auth()
        .preemptive()
        .basic(client, secret)
        .formParam("grant_type", "client_credentials");
  }
}
