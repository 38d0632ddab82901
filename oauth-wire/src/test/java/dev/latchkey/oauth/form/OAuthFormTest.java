package dev.latchkey.oauth.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthFormTest {

  @Test
  void readsNamesAndValuesAsFormsEncodeThem() {
    // When
    var form = parse("grant_type=urn%3Aa%3Ab&scope=openid+watch%20record&name=M%C3%BCller");

    // Then
    assertThat(form.required("grant_type")).isEqualTo("urn:a:b");
    assertThat(form.required("scope")).isEqualTo("openid watch record");
    assertThat(form.optional("name")).contains("Müller");
  }

  @Test
  void charactersThatNeedNoEncodingAreTakenAsTheyAre() {
    // When
    var form = parse("client_secret=a;b#c?d=e&client_id=tv");

    // Then
    assertThat(form.required("client_secret")).isEqualTo("a;b#c?d=e");
    assertThat(form.required("client_id")).isEqualTo("tv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "client_id", "client_id=", "client_id=&client_id=", "&&", "=tv"})
  void aParameterWithoutAValueIsAbsent(String body) {
    // When
    var form = parse(body);

    // Then
    assertThat(form.optional("client_id")).isEmpty();
    assertThatThrownBy(() -> form.required("client_id"))
        .asInstanceOf(type(OAuthException.class))
        .returns(OAuthError.INVALID_REQUEST, OAuthException::error)
        .returns("The parameter client_id is missing", OAuthException::description);
  }

  @Test
  void unknownParametersAreIgnored() {
    // When
    var form = parse("client_id=tv&flavour=vanilla");

    // Then
    assertThat(form.required("client_id")).isEqualTo("tv");
  }

  @Test
  void resourcesMayRepeat() {
    // When
    var form = parse("resource=a&resource=&resource=b");

    // Then
    assertThat(form.all("resource")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scope=a&scope=b",
        "scope=a&scope=a",
        "scope=a&s%63ope=b",
        "client_id=tv#&client_id=thief",
        "flavour=vanilla&flavour=lemon"
      })
  void otherParametersMayNot(String body) {
    assertRefused(() -> parse(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope=%ZZ", "scope=%", "scope=a%4", "%ZZ=a"})
  void brokenPercentEncodingIsRefused(String body) {
    assertRefused(() -> parse(body));
  }

  @Test
  void aRefusalQuotesNothingOfTheBody() {
    assertThatThrownBy(() -> parse("client_secret=wonderland&scope=%ZZ"))
        .hasNoCause()
        .hasMessageNotContaining("wonderland");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope=%FF", "scope=%C3", "scope=%C3%28", "scope=%ED%A0%80", "%FF=a"})
  void percentEncodedBytesThatAreNotUtf8AreRefused(String body) {
    assertRefused(() -> parse(body));
  }

  @Test
  void rawBytesThatAreNotUtf8AreRefused() {
    assertRefused(() -> OAuthForm.parse("name=Müller".getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id=t%00v", "client_id=t\u0000v", "t%00v=a"})
  void aZeroByteIsRefusedBecausePostgresWould(String body) {
    assertRefused(() -> parse(body));
  }

  @Test
  void aHundredParametersAreRead() {
    // When
    var form = parse(parameters(100));

    // Then
    assertThat(form.required("p99")).isEqualTo("x");
  }

  @Test
  void moreAreTooMany() {
    assertRefused(() -> parse(parameters(101)));
    assertRefused(() -> parse(parameters(10_000)));
    assertRefused(() -> parse("&".repeat(10_000)));
  }

  private static String parameters(int count) {
    return IntStream.range(0, count).mapToObj(i -> "p" + i + "=x").collect(Collectors.joining("&"));
  }

  private static OAuthForm parse(String body) {
    return OAuthForm.parse(body.getBytes(UTF_8));
  }

  private static void assertRefused(Runnable read) {
    assertThatThrownBy(read::run)
        .asInstanceOf(type(OAuthException.class))
        .returns(OAuthError.INVALID_REQUEST, OAuthException::error);
  }
}
