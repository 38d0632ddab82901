package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_POST;
import static dev.latchkey.oauth.client.AuthenticationMethod.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAuthenticationTest {

  private static final Client PUBLIC = new Client(true, NONE, null);
  private static final Client BASIC = new Client(true, CLIENT_SECRET_BASIC, "s3cret");
  private static final Client POST = new Client(true, CLIENT_SECRET_POST, "s3cret");

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(PUBLIC, sent(NONE, null)),
        arguments(BASIC, sent(CLIENT_SECRET_BASIC, "s3cret")),
        arguments(POST, sent(CLIENT_SECRET_POST, "s3cret")));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void aClientWithItsOwnCredentialsIsThatClient(Client registered, ClientCredentials sent) {
    // When
    var client = ClientAuthentication.verify(sent, Optional.of(registered));

    // Then
    assertThat(client).isSameAs(registered);
  }

  static Stream<Arguments> refused() {
    var stopped = "The client is unknown or has been stopped";
    var wrong = "The client's credentials are wrong";
    return Stream.of(
        arguments(null, sent(NONE, null), stopped),
        arguments(null, sent(CLIENT_SECRET_BASIC, "s3cret"), stopped),
        arguments(new Client(false, NONE, null), sent(NONE, null), stopped),
        arguments(
            new Client(false, CLIENT_SECRET_POST, "s3cret"),
            sent(CLIENT_SECRET_POST, "s3cret"),
            stopped),
        arguments(PUBLIC, sent(CLIENT_SECRET_BASIC, ""), "A public client must not authenticate"),
        arguments(PUBLIC, sent(CLIENT_SECRET_POST, "x"), "A public client must not authenticate"),
        arguments(BASIC, sent(NONE, null), "The client must authenticate by client_secret_basic"),
        arguments(
            BASIC,
            sent(CLIENT_SECRET_POST, "s3cret"),
            "The client must authenticate by client_secret_basic"),
        arguments(
            POST,
            sent(CLIENT_SECRET_BASIC, "s3cret"),
            "The client must authenticate by client_secret_post"),
        arguments(BASIC, sent(CLIENT_SECRET_BASIC, "S3cret"), wrong),
        arguments(BASIC, sent(CLIENT_SECRET_BASIC, ""), wrong),
        arguments(POST, sent(CLIENT_SECRET_POST, "s3cret "), wrong),
        arguments(
            new Client(true, CLIENT_SECRET_POST, null), sent(CLIENT_SECRET_POST, "s3cret"), wrong));
  }

  @ParameterizedTest(name = "{2}: {1} of {0}")
  @MethodSource("refused")
  void everybodyElseIsRefusedAndChallengedIfTheHeaderWasUsed(
      @Nullable Client registered, ClientCredentials sent, String sentence) {
    assertThatThrownBy(() -> ClientAuthentication.verify(sent, Optional.ofNullable(registered)))
        .asInstanceOf(type(OAuthException.class))
        .returns(OAuthError.INVALID_CLIENT, OAuthException::error)
        .returns(sentence, OAuthException::description)
        .returns(sent.method() == CLIENT_SECRET_BASIC, OAuthException::challenged);
  }

  private static ClientCredentials sent(AuthenticationMethod method, @Nullable String secret) {
    return new ClientCredentials(new ClientId("tv"), method, secret);
  }

  private record Client(
      boolean enabled, AuthenticationMethod authenticationMethod, @Nullable String known)
      implements AuthenticatingClient {

    @Override
    public Optional<SecretHash> secret() {
      return Optional.ofNullable(known).map(SecretHash::of);
    }
  }
}
