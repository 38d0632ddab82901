package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("Kitchen", "Kitchen"),
        arguments("  Kitchen  ", "Kitchen"),
        arguments("Kit\0ch\u001Ben\u007F", "Kitchen"),
        arguments("Kit\u202Echen\u2069", "Kitchen"),
        arguments("Kit\u2028chen", "Kitchen"),
        arguments("a\u200Db", "a\u200Db"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void keepsWhatIsSeen(String typed, String name) {
    // When
    var parsed = DeviceName.parse(typed);

    // Then
    assertThat(parsed).contains(new DeviceName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u202E\u0007", "\u2069"})
  void nothingIsNoName(String typed) {
    // When
    var parsed = DeviceName.parse(typed);

    // Then
    assertThat(parsed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u53A8", "\uD83D\uDCFA"})
  void sixtyFourCharactersAreTheMost(String character) {
    // When
    var longest = DeviceName.parse(character.repeat(64));
    var longer = DeviceName.parse(character.repeat(65));

    // Then
    assertThat(longest).isPresent();
    assertThat(longer).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\u202Eb"})
  void noOtherNameCanBeMade(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeviceName(value));
  }
}
