package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

  @Test
  void hashesAreArgon2idWithTheParametersOfOwasp() {
    // When
    var hash = Passwords.hash("wonderland");

    // Then
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Passwords.isHashOf("wonderland", hash)).isTrue();
    assertThat(Passwords.isHashOf("Wonderland", hash)).isFalse();
  }

  @Test
  void aKeyboardThatComposesOtherwiseTypesTheSamePassword() {
    // Given
    var hash = Passwords.hash("caf\u00e9");

    // When
    var same = Passwords.isHashOf("cafe\u0301", hash);

    // Then
    assertThat(same).isTrue();
  }
}
