package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WDJBMJHT",
        "wdjb-mjht",
        "WDJB MJHT",
        " wdjb\u2013mjht ",
        "WDJB.MJHT",
        "WDJB\u00A0MJHT",
        "\uFF37\uFF24\uFF2A\uFF22\uFF0D\uFF2D\uFF2A\uFF28\uFF34",
        "wDjB_mJhT\n",
        "\u2066WDJB-MJHT\u2069"
      })
  void isOneCodeHoweverItIsTyped(String typed) {
    // When
    var code = UserCode.parse(typed);

    // Then
    assertThat(code).contains(new UserCode("WDJBMJHT"));
  }

  @Test
  void digitsCanBeTypedInFullWidth() {
    // When
    var code = UserCode.parse("\uFF11\uFF12\uFF13\uFF14 5678");

    // Then
    assertThat(code).contains(new UserCode("12345678"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "-", "ABC", "\u00C4BCDEFGH", "WDJB\u0000MJHT", "<b>\u03A9</b>"})
  void aTypoIsNoCodeAndNoFailure(String typed) {
    // When
    var code = UserCode.parse(typed);

    // Then
    assertThat(code).isEmpty();
  }

  @Test
  void whatIsMuchTooLongIsNoCode() {
    // When
    var code = UserCode.parse("A".repeat(10_000));

    // Then
    assertThat(code).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wdjbmjht", "WDJB-MJHT", "ABC"})
  void inHandIsInNormalForm(String value) {
    assertThatThrownBy(() -> new UserCode(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
