package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_POST;
import static dev.latchkey.oauth.client.AuthenticationMethod.PRIVATE_KEY_JWT;
import static dev.latchkey.oauth.client.Credential.Nothing.NOTHING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.client.Credential.Secret;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

  private static final ClientId TV = new ClientId("tv");

  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** Says {"alg":"ES256"} and {"sub":"tv"}. */
  private static final String ASSERTED =
      "client_assertion_type="
          + JWT_BEARER
          + "&client_assertion=eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ0diJ9.AAAA";

  @Test
  void aPublicClientOnlyNamesItself() {
    // When
    var sent = of(null, "client_id=tv");

    // Then
    assertThat(sent).isEqualTo(new ClientCredentials(TV, NOTHING));
    assertThat(sent.usedHeader()).isFalse();
  }

  @Test
  void aSecretMayStandInTheBody() {
    // When
    var sent = of(null, "client_id=tv&client_secret=s%26cret");

    // Then
    assertThat(sent).isEqualTo(new ClientCredentials(TV, new Secret(CLIENT_SECRET_POST, "s&cret")));
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
            new ClientCredentials(new ClientId(client), new Secret(CLIENT_SECRET_BASIC, secret)));
    assertThat(sent.usedHeader()).isTrue();
  }

  @Test
  void theHeadersClientMayBeNamedAgainInTheBody() {
    // When
    var sent = of(basic("tv:secret"), "client_id=tv");

    // Then
    assertThat(sent.client()).isEqualTo(TV);
  }

  static Stream<Arguments> twoMethods() {
    var header = basic("tv:secret");
    var assertion = asserting(TvKeys.assertion().signed());
    return Stream.of(
        arguments(header, "client_secret=secret"),
        arguments(header, "client_id=tv&client_secret=secret"),
        arguments(header, assertion),
        arguments(null, "client_secret=secret&" + assertion),
        arguments(header, "client_secret=secret&" + assertion));
  }

  @ParameterizedTest
  @MethodSource("twoMethods")
  void twoMethodsAtOnceAreRefused(@Nullable String header, String body) {
    assertRefused(header, body, OAuthError.INVALID_REQUEST, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&client_id=tv"})
  void anAssertionNamesItsClient(String named) {
    // When
    var sent = of(null, asserting(TvKeys.assertion().signed()) + named);

    // Then
    assertThat(sent.client()).isEqualTo(TV);
    assertThat(sent.method()).isEqualTo(PRIVATE_KEY_JWT);
    assertThat(sent.usedHeader()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&client_id=radio", "&client_id=+"})
  void anAssertionOfAnotherClientIsRefused(String named) {
    assertRefused(
        null, asserting(TvKeys.assertion().signed()) + named, OAuthError.INVALID_CLIENT, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id=tv&client_assertion=a.b.c",
        "client_id=tv&client_assertion_type=" + JWT_BEARER,
        "client_id=tv&client_assertion=a.b.c&client_assertion_type=jwt"
      })
  void anAssertionOfNoKnownTypeIsRefused(String body) {
    assertRefused(null, body, OAuthError.INVALID_REQUEST, false);
  }

  static Stream<String> noAssertions() {
    var good = TvKeys.assertion();
    return Stream.of(
        "x",
        "..",
        "a.b.c",
        "!.!.!",
        "e30.e30.e30",
        jwt("[]", "{}"),
        jwt("{\"alg\":\"ES256\"}", "[]"),
        jwt("{\"alg\":\"ES256\"}", "{}"),
        jwt("{\"alg\":\"ES256\"}", "{\"sub\":1}"),
        jwt("{\"alg\":\"ES256\"}", "{\"sub\":\"tv\",\"sub\":\"radio\"}"),
        jwt("{\"alg\":1}", "{\"sub\":\"tv\"}"),
        jwt("{}", "{\"sub\":\"tv\"}"),
        jwt("{\"alg\":\"none\"}", "{\"sub\":\"tv\"}"),
        jwt("{\"alg\":\"none\"}", "{\"sub\":\"tv\"}").replaceAll("[^.]*$", ""),
        jwt("{\"alg\":\"HS256\"}", "{\"sub\":\"tv\"}"),
        jwt("{\"alg\":\"ES384\"}", "{\"sub\":\"tv\"}"),
        jwt("{\"alg\":\"ES256\",\"kid\":1}", "{\"sub\":\"tv\"}"),
        good.with("sub", " ").signed(),
        good.with("sub", "t\0v").signed(),
        good.header("crit", List.of("exp")).header("exp", 1).signed(),
        good.header("crit", List.of("b64")).header("b64", true).signed(),
        good.signed() + ".AAAA.AAAA",
        "[".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("noAssertions")
  void anAssertionThatCannotBeReadIsRefused(String assertion) {
    assertRefused(null, asserting(assertion), OAuthError.INVALID_CLIENT, false);
  }

  private static String jwt(String header, String claims) {
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(header.getBytes(UTF_8))
        + "."
        + base64.encodeToString(claims.getBytes(UTF_8))
        + ".AAAA";
  }

  private static String asserting(String jwt) {
    return "client_assertion_type=%s&client_assertion=%s"
        .formatted(JWT_BEARER, URLEncoder.encode(jwt, UTF_8));
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
    assertRefused(
        null,
        asserting(TvKeys.assertion().with("sub", "x" + longest).signed()),
        OAuthError.INVALID_CLIENT,
        false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id=tv&client_secret=hidden", ASSERTED})
  void whatIsShownIsNotPrinted(String body) {
    // When
    var printed = of(null, body).toString();

    // Then
    assertThat(printed).contains("tv", "redacted").doesNotContain("hidden", "eyJ");
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
