package dev.latchkey.token.revoke;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.oauth.token.AccessTokens;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RevocationTest {

  private static final String TV = "living-room-tv";

  private @Nullable RealStores stores;
  @Inject @Nullable AccessTokens accessTokens;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(present(stores));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRefreshTokenOfAnyGenerationUnlinksItsDevice(long generation) {
    // Given
    var family = linked().with("generation = 3");

    // When
    var response = revoke(family.token(generation), TV);

    // Then
    isDone(response);
    assertThat(family.read().revocation()).isEqualTo("CLIENT");
    refresh(family.token(3)).statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void anAccessTokenIsTakenBackAndTheDeviceStaysLinked() {
    // Given
    var family = linked();
    String token = refresh(family.token(1)).extract().path("access_token");

    // When
    var response = revoke(token, TV);

    // Then
    isDone(response);
    assertThat(isValid(token)).isFalse();
    refresh(family.token(2)).statusCode(200);
  }

  @Test
  void anotherClientsRefreshTokenIsNotTouched() {
    // Given
    var family = linked();

    // When
    var response = revoke(family.token(1), "other-tv");

    // Then
    response
        .statusCode(400)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_grant"));
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void anotherClientsAccessTokenIsNotTouched() {
    // Given
    String token = refresh(linked().token(1)).extract().path("access_token");

    // When
    var response = revoke(token, "other-tv");

    // Then
    response.statusCode(400).body("error", equalTo("invalid_grant"));
    assertThat(isValid(token)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "t1.AAAAAAAAAAAAAAAAAAAAAA.1.x", "é"})
  void whatIsNoTokenIsRevokedAlready(String token) {
    // When
    var response = revoke(token, TV);

    // Then
    isDone(response);
  }

  @Test
  void aDeviceThatIsNotThereIsRevokedAlready() {
    // Given
    var family = linked();
    Neighbours.run(
        present(stores), "delete from issued.linked_device where id = '%s'".formatted(family.id()));

    // When
    var response = revoke(family.token(1), TV);

    // Then
    isDone(response);
  }

  @Test
  void mayBeAskedTwiceAndRevokesOnce() {
    // Given
    var family = linked();
    try (var lines = AuditLines.open()) {
      revoke(family.token(1), TV);

      // When
      var response = revoke(family.token(1), TV);

      // Then
      isDone(response);
      assertThat(lines.reasons("device", family.id().toString()))
          .containsExactly("device.revoked client");
      assertThat(family.read().revocation()).isEqualTo("CLIENT");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "access_token", "something_else"})
  void aHintThatIsWrongOrUnknownDoesNoHarm(String hint) {
    // Given
    var family = linked();

    // When
    var response =
        post(
            form()
                .formParam("client_id", TV)
                .formParam("token", family.token(1))
                .formParam("token_type_hint", hint));

    // Then
    isDone(response);
    assertThat(family.read().revocation()).isEqualTo("CLIENT");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("no token", 400, "invalid_request", f -> f.formParam("client_id", TV)),
        refused("no client", 400, "invalid_request", f -> f.formParam("token", "x")),
        refused(
            "an unknown client",
            401,
            "invalid_client",
            f -> f.formParam("client_id", "nobody").formParam("token", "x")),
        refused(
            "a confidential client without its secret",
            401,
            "invalid_client",
            f -> f.formParam("client_id", "printer").formParam("token", "x")));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refusals")
  void refuses(
      String name, int status, String error, UnaryOperator<RequestSpecification> parameters) {
    // When
    var response = post(parameters.apply(form()));

    // Then
    response
        .statusCode(status)
        .header("Cache-Control", "no-store")
        .body("error", equalTo(error))
        .body("error_description", notNullValue());
  }

  @Test
  void takesTheSecretOfAConfidentialClient() {
    // Given
    var family = StoredFamily.linked(present(stores), "printer");

    // When
    var response =
        post(
            form()
                .auth()
                .preemptive()
                .basic("printer", Neighbours.SECRET)
                .formParam("token", family.token(1)));

    // Then
    isDone(response);
    assertThat(family.read().revocation()).isEqualTo("CLIENT");
  }

  @Test
  void aStoppedPostgresqlIsNoAnswer() {
    // Given
    var family = linked();
    refresh(family.token(1));

    // When
    var response = withoutPostgresql(() -> revoke(family.token(1), TV));

    // Then
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"));
    await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> isDone(revoke(family.token(1), TV)));
  }

  private ValidatableResponse withoutPostgresql(Supplier<ValidatableResponse> request) {
    present(stores).postgres().stop();
    try {
      return request.get();
    } finally {
      present(stores).postgres().restart();
    }
  }

  private static Arguments refused(
      String name, int status, String error, UnaryOperator<RequestSpecification> parameters) {
    return arguments(name, status, error, parameters);
  }

  private StoredFamily linked() {
    return StoredFamily.linked(present(stores), TV);
  }

  private static ValidatableResponse revoke(String token, String client) {
    return post(form().formParam("client_id", client).formParam("token", token));
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.when().post("/oauth/revoke").then();
  }

  private static void isDone(ValidatableResponse response) {
    response.statusCode(200).header("Cache-Control", "no-store").body(emptyString());
  }

  private boolean isValid(String token) {
    return present(accessTokens).verify(token).await().atMost(Duration.ofSeconds(5)).isPresent();
  }

  private static <T> T present(@Nullable T injected) {
    if (injected == null) {
      throw new IllegalStateException("not injected");
    }
    return injected;
  }
}
