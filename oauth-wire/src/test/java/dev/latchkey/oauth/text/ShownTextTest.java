package dev.latchkey.oauth.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  private static final String PERSIAN = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
  private static final String EMOJI = "\uD83D\uDC68\u200D\uD83D\uDCBB \u2764\uFE0F";

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("Kitchen", "Kitchen"),
        arguments("!My TV~ #2", "!My TV~ #2"),
        arguments(" TV", "TV"),
        arguments("TV ", "TV"),
        arguments("My  TV", "My TV"),
        arguments("TV\u007F", "TV"),
        arguments("  My\u00A0 \u3000Kitchen ", "My Kitchen"),
        arguments("Kit\0ch\u001Ben\u007F\u2028", "Kitchen"),
        arguments("TV \u202Egnp.exe\u2069", "TV gnp.exe"),
        arguments("K\u00ADi\u200Bt\uFEFFchen\u3164", "Kitchen"),
        arguments("Kit\uD83Dchen\uE000", "Kitchen"),
        arguments(PERSIAN, PERSIAN),
        arguments(EMOJI, EMOJI),
        arguments("\u200Da\u200D b\u200C", "a b"),
        arguments("a\u200D\u200C\u200Db", "a\u200Db"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsWhatIsSeen(String text, String shown) {
    // When
    var seen = ShownText.of(text);

    // Then
    assertThat(seen).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u00A0", "\u200D", " \u200C \u200D", "\u202E\u0007", "\u2800"})
  void whatIsNotSeenIsNothing(String text) {
    assertThat(ShownText.of(text)).isEmpty();
  }

  @Test
  void isCutBetweenCharacters() {
    // When
    var shown = ShownText.of("ab\uD83D\uDC68\u200D\uD83D\uDCBBcd", 4);

    // Then
    assertThat(shown).isEqualTo("ab\uD83D\uDC68");
  }
}
