package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_POST;
import static dev.latchkey.oauth.client.AuthenticationMethod.NONE;
import static dev.latchkey.oauth.client.AuthenticationMethod.PRIVATE_KEY_JWT;
import static dev.latchkey.oauth.client.Credential.Nothing.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.client.Credential.Assertion;
import dev.latchkey.oauth.client.Credential.Secret;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAuthenticationTest {

  private static final RegisteredClient PUBLIC = RegisteredClient.of(NONE);
  private static final RegisteredClient BASIC =
      RegisteredClient.of(CLIENT_SECRET_BASIC).withSecret("s3cret");
  private static final RegisteredClient POST =
      RegisteredClient.of(CLIENT_SECRET_POST).withSecret("s3cret");
  private static final RegisteredClient KEYS =
      RegisteredClient.of(PRIVATE_KEY_JWT).withKeys(TvKeys.set(TvKeys.EC));

  private final ClientAuthentication authentication =
      new ClientAuthentication(
          new ClientAssertions(TvKeys.inMemory(), new UsedIds(), TvKeys.ISSUER));

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(PUBLIC, NOTHING),
        arguments(BASIC, new Secret(CLIENT_SECRET_BASIC, "s3cret")),
        arguments(POST, new Secret(CLIENT_SECRET_POST, "s3cret")),
        arguments(KEYS, asserted()));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void aClientWithItsOwnCredentialsIsThatClient(RegisteredClient registered, Credential shown) {
    // When
    var client = verify(registered, shown);

    // Then
    assertThat(client).isSameAs(registered);
  }

  static Stream<Arguments> refused() {
    var stopped = "The client is unknown or has been stopped";
    var wrong = "The client's credentials are wrong";
    var isPublic = "A public client must not authenticate";
    var byBasic = "The client must authenticate by client_secret_basic";
    var byPost = "The client must authenticate by client_secret_post";
    var byKey = "The client must authenticate by private_key_jwt";
    var inHeader = new Secret(CLIENT_SECRET_BASIC, "s3cret");
    var inBody = new Secret(CLIENT_SECRET_POST, "s3cret");
    return Stream.of(
        arguments(null, NOTHING, stopped),
        arguments(null, inHeader, stopped),
        arguments(null, asserted(), stopped),
        arguments(PUBLIC.stopped(), NOTHING, stopped),
        arguments(POST.stopped(), inBody, stopped),
        arguments(KEYS.stopped(), asserted(), stopped),
        // Some libraries send the header without a secret for a public client.
        arguments(PUBLIC, new Secret(CLIENT_SECRET_BASIC, ""), isPublic),
        arguments(PUBLIC, inBody, isPublic),
        arguments(PUBLIC, asserted(), isPublic),
        arguments(BASIC, NOTHING, byBasic),
        arguments(BASIC, inBody, byBasic),
        arguments(BASIC, asserted(), byBasic),
        arguments(POST, NOTHING, byPost),
        arguments(POST, inHeader, byPost),
        arguments(KEYS, NOTHING, byKey),
        arguments(KEYS, inHeader, byKey),
        arguments(KEYS.withSecret("s3cret"), inBody, byKey),
        arguments(BASIC, new Secret(CLIENT_SECRET_BASIC, "S3cret"), wrong),
        arguments(BASIC, new Secret(CLIENT_SECRET_BASIC, ""), wrong),
        arguments(POST, new Secret(CLIENT_SECRET_POST, "s3cret "), wrong),
        arguments(RegisteredClient.of(CLIENT_SECRET_POST), inBody, wrong),
        arguments(RegisteredClient.of(PRIVATE_KEY_JWT), asserted(), "The client has no keys"));
  }

  @ParameterizedTest(name = "{2}: {1} of {0}")
  @MethodSource("refused")
  void everybodyElseIsRefusedAndChallengedIfTheHeaderWasUsed(
      @Nullable RegisteredClient registered, Credential shown, String sentence) {
    assertThatThrownBy(() -> verify(registered, shown))
        .asInstanceOf(type(OAuthException.class))
        .returns(OAuthError.INVALID_CLIENT, OAuthException::error)
        .returns(sentence, OAuthException::description)
        .returns(shown.method() == CLIENT_SECRET_BASIC, OAuthException::challenged);
  }

  private RegisteredClient verify(@Nullable RegisteredClient registered, Credential shown) {
    return authentication
        .verify(new ClientCredentials(new ClientId("tv"), shown), Optional.ofNullable(registered))
        .await()
        .indefinitely();
  }

  private static Credential asserted() {
    return new Assertion(ClientAssertion.parse(TvKeys.assertion().signed()).orElseThrow());
  }
}
