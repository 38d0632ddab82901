package dev.latchkey.ui.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

  private static final String LIGHT = "latchkey.brand.accent-light";
  private static final String DARK = "latchkey.brand.accent-dark";

  @ParameterizedTest
  @CsvSource({"#000000, #ffffff, 21", "#777777, #ffffff, 4.48", "#4453c9, #ffffff, 6.31"})
  void contrastIsWcags(String one, String other, double ratio) {
    // When
    var contrast = Colour.parse(one).contrastWith(Colour.parse(other));

    // Then
    assertThat(contrast).isCloseTo(ratio, within(0.01));
  }

  @Test
  void aReadableColourComesWithAStrongerShadeAndReadableText() {
    // When
    var accent = Accent.onLight(LIGHT, "#B3261E");

    // Then
    assertThat(accent.css())
        .isEqualTo("--accent: #b3261e; --accent-strong: #8f1e18; --on-accent: #ffffff;");
  }

  @Test
  void inTheDarkTheShadeIsLighterAndTheTextDark() {
    // When
    var accent = Accent.onDark(DARK, "#aab4ff");

    // Then
    assertThat(accent.css())
        .isEqualTo("--accent: #aab4ff; --accent-strong: #bbc3ff; --on-accent: #12141c;");
  }

  @Test
  void aColourThatIsHardToReadIsRefusedWithItsContrast() {
    // When
    var start = assertThatThrownBy(() -> Accent.onLight(LIGHT, "#ff8800"));

    // Then
    start.hasMessage(
        "latchkey.brand.accent-light: #ff8800 on our ground #eef0fb has a contrast of 2.10:1. WCAG"
            + " asks for 4.5:1 at least: take a darker shade.");
  }

  @Test
  void whatIsReadableInLightMayNotBeInTheDark() {
    // When
    var start = assertThatThrownBy(() -> Accent.onDark(DARK, "#4453c9"));

    // Then
    start.hasMessageContaining(DARK).hasMessageContaining("take a lighter shade");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "4453c9", "#4453c9; --x: url(//evil)", "#44 3c9"})
  void whatIsNoColourIsRefused(String text) {
    // When
    var start = assertThatThrownBy(() -> Accent.onLight(LIGHT, text));

    // Then
    start.hasMessage(LIGHT + " is no colour such as #4453c9: " + text);
  }

  @Test
  void theGroundsAreThoseOfTheStyleSheet() throws IOException {
    // When
    var css = styleSheet();

    // Then
    assertThat(grounds(css, 0)).containsExactlyElementsOf(Accent.LIGHT_GROUNDS);
    assertThat(grounds(css, 1)).containsExactlyElementsOf(Accent.DARK_GROUNDS);
  }

  private static List<Colour> grounds(String css, int scheme) {
    return List.of(
        value(css, "--ground", scheme),
        value(css, "--surface", scheme),
        value(css, "--code-ground", scheme));
  }

  private static Colour value(String css, String property, int scheme) {
    return Pattern.compile(property + ": (#[0-9a-f]{6});")
        .matcher(css)
        .results()
        .map((MatchResult found) -> Colour.parse(found.group(1)))
        .toList()
        .get(scheme);
  }

  private static String styleSheet() throws IOException {
    try (InputStream in =
        AccentTest.class.getResourceAsStream("/META-INF/resources/assets/latchkey.css")) {
      if (in == null) {
        throw new AssertionError("no style sheet");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
