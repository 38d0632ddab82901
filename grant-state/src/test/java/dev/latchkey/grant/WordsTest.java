package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Words WATCH =
      new Words(
          Map.of(
              "en", "Watch your programmes",
              "de", "Ihre Sendungen ansehen",
              "pt-BR", "Assistir aos seus programas"));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "en,Watch your programmes",
    "de,Ihre Sendungen ansehen",
    "pt-BR,Assistir aos seus programas",
    "ja,Watch your programmes"
  })
  void areInTheLanguageAskedForOrElseInEnglish(String language, String text) {
    // When
    var words = WATCH.in(Locale.forLanguageTag(language));

    // Then
    assertThat(words).isEqualTo(text);
  }

  @Test
  void areNeverWithoutEnglish() {
    assertThatThrownBy(() -> new Words(Map.of("de", "Ihre Sendungen ansehen")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
