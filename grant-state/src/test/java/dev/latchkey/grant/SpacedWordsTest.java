package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacedWordsTest {

  @Test
  void keepsTheOrderAndNamesEachWordOnce() {
    // When
    var words = SpacedWords.parse("watch openid  watch record ").orElseThrow();

    // Then
    assertThat(words).containsExactly("watch", "openid", "record");
  }

  @Test
  void isReadAsItWasWritten() {
    // Given
    var words = SpacedWords.stored("mfa pwd urn:example:acr");

    // When
    var read = SpacedWords.stored(SpacedWords.write(words));

    // Then
    assertThat(read).containsExactlyElementsOf(words);
  }

  @Test
  void anEmptyTextHasNone() {
    // When
    var words = SpacedWords.stored("");

    // Then
    assertThat(words).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\tb", "sch\u00F6n", "a\u0000", "\u007F"})
  void charactersThatTheStandardForbidsAreRefused(String sent) {
    // When
    var words = SpacedWords.parse(sent);

    // Then
    assertThat(words).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "#", "[", "]", "~", "urn:example:a/b?c=d"})
  void everyCharacterOfTheStandardFits(String text) {
    // When
    var word = SpacedWords.isWord(text);

    // Then
    assertThat(word).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "sch\u00F6n"})
  void whatCannotStandInSuchAListIsNoWord(String text) {
    // When
    var word = SpacedWords.isWord(text);

    // Then
    assertThat(word).isFalse();
  }
}
