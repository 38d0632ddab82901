package dev.latchkey.oauth.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @Test
  void sevenLanguagesAreSpoken() {
    // When
    var tags = Languages.SUPPORTED.stream().map(Locale::toLanguageTag);

    // Then
    assertThat(tags).containsExactly("en", "de", "fr", "es", "pt-BR", "ja", "ar");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "de,de",
    "DE-at,de",
    "fr-CA fr en,fr",
    "pt,pt-BR",
    "pt-BR,pt-BR",
    "pt-PT,pt-BR",
    "es-419,es",
    "ja-JP-u-ca-japanese,ja",
    "ar-EG,ar",
    // Nothing is spoken of Chinese; the next wish counts.
    "zh-Hans de,de",
    "zh,en",
    // Three letters that begin like two.
    "deu den fra,en",
    "' ',en"
  })
  void aWishIsLookedUpByItsLanguage(String uiLocales, String expected) {
    // When
    var best = Languages.best(List.of(uiLocales.split(" ")), null);

    // Then
    assertThat(best.toLanguageTag()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "de,de",
    "'de-CH, fr;q=0.9, en;q=0.8',de",
    "'en;q=0.7, ar;q=0.8, fr;q=0.75',ar",
    "'en ; q=0.5 , ja ; q=0.501',ja",
    "'es;q=1.000, fr;q=1',es",
    "'zh-CN, zh;q=0.9, pt;q=0.1',pt-BR",
    // Not acceptable.
    "'de;q=0, fr;q=0.1',fr",
    "'de;q=0.000',en",
    // A wildcard asks for nothing in particular (RFC 4647 section 3.4).
    "*,en",
    "'*, de;q=0.5',de",
    // Garbage beside something that can be read.
    "'de;q=2, fr',fr",
    "'de;q=0.1234, fr;q=x, es;level=1, ja;q=0.2',ja",
    "',,;;q=, ;q=1,-,de-,fr',de",
    "'',en"
  })
  void aHeaderIsReadByItsWeights(String acceptLanguage, String expected) {
    // When
    var best = Languages.best(List.of(), acceptLanguage);

    // Then
    assertThat(best.toLanguageTag()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource({"ja,de,ja", "zh,de,de", "zh,nl,en"})
  void whatIsAskedForExplicitlyGoesBeforeTheHeader(
      String uiLocale, String acceptLanguage, String expected) {
    // When
    var best = Languages.best(List.of(uiLocale), acceptLanguage);

    // Then
    assertThat(best.toLanguageTag()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "q=", "a-", ";q=0.", "de;q=0.5;", " ", "-"})
  void aHeaderThatHasNoEndCostsNothing(String piece) {
    // Given
    var endless = piece.repeat(1_000_000) + ",fr";

    // When
    var best =
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> Languages.best(List.of(), endless));

    // Then
    assertThat(best).isEqualTo(Locale.ENGLISH);
  }
}
