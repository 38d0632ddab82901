package dev.latchkey.oauth.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

  private static final ClientId TV = new ClientId("tv");

  @Test
  void aPublicClientOnlyNamesItself() {
    // When
    var sent = of(null, "client_id=tv");

    // Then
    assertThat(sent).isEqualTo(new ClientCredentials(TV, AuthenticationMethod.NONE, null));
    assertThat(sent.usedHeader()).isFalse();
  }

  @Test
  void aSecretMayStandInTheBody() {
    // When
    var sent = of(null, "client_id=tv&client_secret=s%26cret");

    // Then
    assertThat(sent)
        .isEqualTo(new ClientCredentials(TV, AuthenticationMethod.CLIENT_SECRET_POST, "s&cret"));
    assertThat(sent.usedHeader()).isFalse();
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments(basic("tv:secret"), "tv", "secret"),
        arguments("basic " + base64("tv:secret"), "tv", "secret"),
        arguments("BASIC   " + base64("tv:secret") + " ", "tv", "secret"),
        arguments(basic("tv:with:colons"), "tv", "with:colons"),
        arguments(basic("https%3A%2F%2Ftv.example:p%25+s"), "https://tv.example", "p% s"),
        arguments(basic("m%C3%BCller:gr%C3%BCn"), "müller", "grün"),
        arguments(basic("tv:"), "tv", ""));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aSecretMayStandInTheHeaderFormEncoded(String header, String client, String secret) {
    // When
    var sent = of(header, "scope=openid");

    // Then
    assertThat(sent)
        .isEqualTo(
            new ClientCredentials(
                new ClientId(client), AuthenticationMethod.CLIENT_SECRET_BASIC, secret));
    assertThat(sent.usedHeader()).isTrue();
  }

  @Test
  void theHeadersClientMayBeNamedAgainInTheBody() {
    // When
    var sent = of(basic("tv:secret"), "client_id=tv");

    // Then
    assertThat(sent.client()).isEqualTo(TV);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret=secret", "client_id=tv&client_secret=secret"})
  void twoMethodsAtOnceAreRefused(String body) {
    assertRefused(basic("tv:secret"), body, OAuthError.INVALID_REQUEST, false);
  }

  @Test
  void twoClientsAtOnceAreRefused() {
    assertRefused(basic("tv:secret"), "client_id=radio", OAuthError.INVALID_REQUEST, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "client_id=", "client_id=+", "client_secret=secret"})
  void whoNamesNobodyIsRefused(String body) {
    assertRefused(null, body, OAuthError.INVALID_REQUEST, false);
  }

  static Stream<String> garbage() {
    return Stream.of(
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Bearer abc",
        "Digest username=\"tv\"",
        basic("no-colon"),
        basic(":secret"),
        basic(" :secret"),
        basic("tv:%ZZ"),
        basic("tv:%"),
        basic("%ZZ:secret"),
        basic("t%00v:secret"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void aHeaderThatCannotBeReadIsChallenged(String header) {
    assertRefused(header, "client_id=tv", OAuthError.INVALID_CLIENT, true);
  }

  @Test
  void anIdLongerThanAnyRegisteredOneIsUnknown() {
    // Given
    var longest = "x".repeat(ClientCredentials.LONGEST_ID);

    // Then
    assertThat(of(null, "client_id=" + longest).client().value()).isEqualTo(longest);
    assertRefused(null, "client_id=x" + longest, OAuthError.INVALID_CLIENT, false);
    assertRefused(basic("x" + longest + ":secret"), "", OAuthError.INVALID_CLIENT, true);
  }

  @Test
  void secretsAreNotPrinted() {
    // When
    var printed = of(basic("tv:secret"), "").toString();

    // Then
    assertThat(printed).contains("tv").doesNotContain("secret,").doesNotContain("=secret");
  }

  private static ClientCredentials of(@Nullable String header, String body) {
    return ClientCredentials.of(header, OAuthForm.parse(body.getBytes(UTF_8)));
  }

  private static void assertRefused(
      @Nullable String header, String body, OAuthError error, boolean challenged) {
    assertThatThrownBy(() -> of(header, body))
        .asInstanceOf(type(OAuthException.class))
        .returns(error, OAuthException::error)
        .returns(challenged, OAuthException::challenged);
  }

  private static String basic(String credentials) {
    return "Basic " + base64(credentials);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
