package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationFormTest {

  @Test
  void aDeviceNeedNotWishForAnything() {
    // When
    var request = AuthenticationForm.of(OAuthForm.parse(new byte[0]));

    // Then
    assertThat(request).isEqualTo(AuthenticationRequest.NONE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "de,de",
    "de-AT  en de-AT,de-AT en",
    "zh-Hans-CN-u-nu-latn,zh-Hans-CN-u-nu-latn",
    "d de_AT 12 fr-toolongsubtag * x-klingon en,en",
    "<script> ../.. %00,''"
  })
  void languagesAreTakenAsFarAsTheyAreTags(String sent, String kept) {
    // When
    var request = read("ui_locales", sent);

    // Then
    assertThat(String.join(" ", request.uiLocales())).isEqualTo(kept);
  }

  @Test
  void onlyTheFirstTenLanguagesAreKept() {
    // Given
    var many =
        IntStream.range(0, 26)
            .mapToObj(i -> "a" + (char) ('a' + i))
            .collect(Collectors.joining(" "));

    // When
    var request = read("ui_locales", many);

    // Then
    assertThat(request.uiLocales()).hasSize(10).startsWith("aa", "ab").endsWith("aj");
  }

  @Test
  void aLoginHintIsAClaimLikeTheDevicesName() {
    // When
    var request = read("login_hint", "alice\u202E@example.com");

    // Then
    assertThat(request.loginHint()).isEqualTo("alice@example.com");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"corporate-2,corporate-2", "Corporate,", "a/b,", "https://evil.example,"})
  void aProviderIsTakenIfItCanBeAName(String sent, @Nullable String kept) {
    // When
    var request = read("idp_hint", sent);

    // Then
    assertThat(request.idpHint()).isEqualTo(kept);
  }

  @Test
  void contextsKeepTheirOrder() {
    // When
    var request = read("acr_values", "urn:example:mfa pwd");

    // Then
    assertThat(request.acrValues()).containsExactly("urn:example:mfa", "pwd");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0,0", "3600,3600", "007,7"})
  void aGreatestAgeIsInSeconds(String sent, long seconds) {
    // When
    var request = read("max_age", sent);

    // Then
    assertThat(request.maxAge()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1h", "9999999999", "\u0661", " "})
  void aGreatestAgeThatIsNoneIsRefused(String sent) {
    // When
    var reading = assertThatThrownBy(() -> read("max_age", sent));

    // Then
    reading
        .hasMessage("max_age is a number of seconds")
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_REQUEST));
  }

  @ParameterizedTest
  @CsvSource({
    "acr_values,a\"b",
    "acr_values,1 2 3 4 5 6 7 8 9 10 11",
    "login_hint,two\u2028lines",
    "login_hint,a\u0007bell"
  })
  void whatCannotBeADemandIsRefused(String parameter, String sent) {
    // When
    var reading = assertThatThrownBy(() -> read(parameter, sent));

    // Then
    reading.isInstanceOf(OAuthException.class).hasMessageStartingWith(parameter);
  }

  @ParameterizedTest
  @CsvSource({"acr_values,129", "login_hint,257"})
  void whatIsTooLongForAGrantIsRefused(String parameter, int length) {
    // Given
    var sent = "x".repeat(length);

    // When
    var reading = assertThatThrownBy(() -> read(parameter, sent));

    // Then
    reading.isInstanceOf(OAuthException.class).hasMessageStartingWith(parameter + " has at most");
  }

  private static AuthenticationRequest read(String parameter, String value) {
    var body = parameter + "=" + URLEncoder.encode(value, UTF_8);
    return AuthenticationForm.of(OAuthForm.parse(body.getBytes(UTF_8)));
  }
}
