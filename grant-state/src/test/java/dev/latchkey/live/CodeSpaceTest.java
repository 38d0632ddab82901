package dev.latchkey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSpaceTest {

  private static final long TRIES = 500_000;

  @ParameterizedTest
  @CsvSource({
    "BASE20, 6, 128",
    "BASE20, 8, 51200",
    "BASE20, 9, 1024000",
    "BASE20, 32, 9223372036854775807",
    "DIGITS, 8, 200",
    "DIGITS, 9, 2000"
  })
  void asManyMayBeLiveAsAGuessMayFind(CharacterSet set, int length, long most) {
    // Given
    var space = new CodeSpace(set, length);

    // When
    var allowed = space.most(TRIES);

    // Then
    assertThat(allowed).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({"WDJBMJHT, BASE20, 8", "BCDFGH, BASE20, 6", "123456789, DIGITS, 9"})
  void aCodeIsOfTheSpaceOfItsCharactersAndLength(String code, CharacterSet set, int length) {
    // When
    var space = CodeSpace.of(new UserCode(code));

    // Then
    assertThat(space).contains(new CodeSpace(set, length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCDEFGH", "BCDF2345", "BCDFG", "1234567"})
  void aCodeThatNoFormatDrawsIsOfNone(String code) {
    // When
    var space = CodeSpace.of(new UserCode(code));

    // Then
    assertThat(space).isEmpty();
  }

  @Test
  void itIsFoundAgainByItsName() {
    // Given
    var space = CodeSpace.of(UserCodeFormat.DEFAULT);

    // When
    var named = CodeSpace.named(space.name());

    // Then
    assertThat(space.name()).isEqualTo("base20-8");
    assertThat(named).contains(space);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "base20", "base20-", "base20-0", "base20-100", "emoji-4", "BASE20-8"})
  void aNameOfNoneIsNone(String name) {
    // When
    var named = CodeSpace.named(name);

    // Then
    assertThat(named).isEmpty();
  }
}
