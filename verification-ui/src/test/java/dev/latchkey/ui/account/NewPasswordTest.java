package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ui.account.NewPassword.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

  @ParameterizedTest
  @ValueSource(strings = {"12tigers", "keeper of lights", "パスワードはひみつ"})
  void whatIsLongEnoughAndRareIsTaken(String password) {
    // When
    var weakness = NewPassword.weakness(password, "erin");

    // Then
    assertThat(weakness).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "seven77, TOO_SHORT",
    "😀😀😀😀, TOO_SHORT",
    "password, COMMON",
    "aaaaaaaa, COMMON",
    "😀😀😀😀😀😀😀😀, COMMON",
    "Password1, COMMON",
    "Erin.Light, IS_USERNAME"
  })
  void whatIsGuessedFirstIsNot(String password, Weakness weakness) {
    // When
    var found = NewPassword.weakness(password, "erin.light");

    // Then
    assertThat(found).contains(weakness);
  }

  @Test
  void moreThanWeCompareIsNot() {
    // When
    var found = NewPassword.weakness("a".repeat(257), "erin");

    // Then
    assertThat(found).contains(Weakness.TOO_LONG);
  }
}
