package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.AuthenticationMethod.PRIVATE_KEY_JWT;
import static dev.latchkey.oauth.client.TvKeys.EC;
import static dev.latchkey.oauth.client.TvKeys.ED25519;
import static dev.latchkey.oauth.client.TvKeys.ISSUER;
import static dev.latchkey.oauth.client.TvKeys.RSA;
import static dev.latchkey.oauth.client.TvKeys.assertion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.oauth.client.TvKeys.Statement;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAssertionsTest {

  private static final String NOT_SIGNED = "The client assertion is not signed by the client";
  private static final RegisteredClient TV =
      RegisteredClient.of(PRIVATE_KEY_JWT).withKeys(TvKeys.set(EC, RSA, ED25519));

  private final UsedIds ids = new UsedIds();
  private final ClientAssertions assertions = new ClientAssertions(TvKeys.inMemory(), ids, ISSUER);

  static Stream<Statement> good() {
    return Stream.of(
        assertion(),
        assertion().by(EC, "ES256"),
        assertion().by(RSA, "RS256"),
        assertion().by(RSA, "PS256").header("kid", "rsa"),
        assertion().by(ED25519, "EdDSA"),
        assertion().header("typ", "JWT"),
        assertion().with("aud", List.of("https://other.example", ISSUER)),
        assertion().with("aud", ISSUER + "/oauth/token"),
        assertion().with("aud", ISSUER + "/oauth2/token"),
        assertion().with("aud", ISSUER + "/oauth/device/code"),
        assertion().with("aud", ISSUER + "/oauth2/device_authorize"),
        assertion().with("aud", ISSUER + "/oauth/revoke"),
        assertion().with("aud", ISSUER + "/oauth/introspect"),
        assertion().without("iat"),
        assertion().at("exp", 599),
        // Clocks differ.
        assertion().at("exp", -20),
        assertion().at("iat", 20),
        assertion().at("nbf", 20),
        assertion().with("jti", "x".repeat(256)));
  }

  @ParameterizedTest
  @MethodSource("good")
  void anAssertionOfTheClientIsTaken(Statement statement) {
    assertThatCode(() -> verify(statement, TV)).doesNotThrowAnyException();
  }

  static Stream<Arguments> bad() {
    var names = "The client assertion's iss and sub must both be the client_id";
    var audience = "The client assertion's aud must be the issuer or the endpoint's URL";
    var late = "The client assertion has expired";
    var distant = "The client assertion's exp must be within 10 minutes";
    var early = "The client assertion is from the future";
    var id = "The client assertion needs a jti of at most 256 characters";
    var type = "The client assertion has a claim of the wrong type";
    return Stream.of(
        arguments(assertion().by(TvKeys.ec(), "ES256"), NOT_SIGNED),
        arguments(assertion().by(RSA, "RS256").header("kid", "ec"), NOT_SIGNED),
        arguments(assertion().header("kid", "other"), NOT_SIGNED),
        arguments(assertion().with("iss", "radio"), names),
        arguments(assertion().without("iss"), names),
        arguments(assertion().without("aud"), audience),
        arguments(assertion().with("aud", ISSUER + "/"), audience),
        arguments(assertion().with("aud", ISSUER + "/userinfo"), audience),
        arguments(assertion().with("aud", ISSUER + "/oauth/token/"), audience),
        arguments(assertion().with("aud", ISSUER.toUpperCase(Locale.ROOT)), audience),
        arguments(assertion().with("aud", 1), type),
        arguments(assertion().without("exp"), "The client assertion has no exp"),
        arguments(assertion().at("exp", -31), late),
        arguments(assertion().with("exp", 0), late),
        arguments(assertion().with("exp", Long.MIN_VALUE), late),
        arguments(assertion().at("exp", 640), distant),
        arguments(assertion().with("exp", Long.MAX_VALUE), distant),
        arguments(assertion().with("exp", "soon"), type),
        arguments(assertion().at("nbf", 40), early),
        arguments(assertion().at("iat", 40), early),
        arguments(assertion().without("jti"), id),
        arguments(assertion().with("jti", ""), id),
        arguments(assertion().with("jti", "x".repeat(257)), id),
        arguments(assertion().with("jti", 1), type));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("bad")
  void anyOtherIsRefusedAndUsesUpNoId(Statement statement, String sentence) {
    assertRefused(statement, TV, sentence);
    assertThat(ids.kept).isEmpty();
  }

  static Stream<Arguments> unfitKeys() {
    var small = TvKeys.rsa(1024);
    var costly = TvKeys.rsaOfHugeExponent();
    return Stream.of(
        arguments("for encryption", changed(EC, "use", "enc"), assertion()),
        arguments("for another algorithm", changed(EC, "alg", "ES384"), assertion()),
        arguments("for signing only", changed(EC, "key_ops", List.of("sign")), assertion()),
        arguments("too small", TvKeys.set(small), assertion().by(small, "RS256")),
        arguments("too costly", TvKeys.set(costly), assertion().by(costly, "RS256")),
        arguments("none", "{\"keys\":[]}", assertion()),
        arguments("of no kind", "{\"keys\":[{}]}", assertion()),
        arguments("no set", "{\"keys\":[1]}", assertion()),
        arguments("no JSON", "keys", assertion()));
  }

  @ParameterizedTest(name = "a key that is {0}")
  @MethodSource("unfitKeys")
  void aKeyThatIsUnfitVerifiesNothing(String what, String keys, Statement statement) {
    assertRefused(statement, RegisteredClient.of(PRIVATE_KEY_JWT).withKeys(keys), NOT_SIGNED);
  }

  @Test
  void withoutAKeyIdThreeKeysAreTried() {
    // Given
    var keys = Stream.generate(TvKeys::ec).limit(4).toArray(PublicJsonWebKey[]::new);
    var client = RegisteredClient.of(PRIVATE_KEY_JWT).withKeys(TvKeys.set(keys));

    // Then
    assertThatCode(() -> verify(assertion().by(keys[2], "ES256"), client))
        .doesNotThrowAnyException();
    assertRefused(assertion().by(keys[3], "ES256"), client, NOT_SIGNED);
  }

  @Test
  void anAssertionIsGoodOnce() {
    // Given
    var statement = assertion();
    verify(statement, TV);

    // Then
    assertRefused(statement, TV, "The client assertion has been used before");
  }

  @Test
  void itsIdIsKeptAMinuteLongerThanItCouldBeShownAgain() {
    // When
    verify(assertion().at("exp", 300), TV);

    // Then
    assertThat(ids.kept)
        .singleElement()
        .satisfies(
            kept -> assertThat(kept).isBetween(Duration.ofSeconds(385), Duration.ofSeconds(390)));
  }

  @Test
  void keysThatCannotBeHadAreNoRefusal() {
    // Given
    var client = TV.withKeys(new ClientKeys.At(URI.create("https://tv.example/keys")));

    // Then
    assertThatThrownBy(() -> verify(assertion(), client))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private void assertRefused(Statement statement, RegisteredClient client, String sentence) {
    assertThatThrownBy(() -> verify(statement, client))
        .asInstanceOf(type(OAuthException.class))
        .returns(OAuthError.INVALID_CLIENT, OAuthException::error)
        .returns(sentence, OAuthException::description)
        .returns(false, OAuthException::challenged);
  }

  private void verify(Statement statement, RegisteredClient client) {
    assertions
        .verify(ClientAssertion.parse(statement.signed()).orElseThrow(), client)
        .await()
        .indefinitely();
  }

  private static String changed(PublicJsonWebKey key, String member, Object value) {
    var members = key.toParams(OutputControlLevel.PUBLIC_ONLY);
    members.put(member, value);
    return JsonObject.of("keys", List.of(members)).encode();
  }
}
