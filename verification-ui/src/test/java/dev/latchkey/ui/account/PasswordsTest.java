package dev.latchkey.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void whatAnotherLibraryHashedIsTheSamePasswordStill() {
    // Given
    var hash =
        "$argon2id$v=19$m=19456,t=2,p=1$r8vfe3dQwnHHS/WPMi7NXg"
            + "$jiSNrtCKcLs0lvg3lcmFslbyAkNtQXvuQHWZkS+K7nk";

    // When
    var same = Passwords.isHashOf("caf\u00e9 \u65e5\u672c", hash);

    // Then
    assertThat(same).isTrue();
    assertThat(Passwords.isHashOf("cafe \u65e5\u672c", hash)).isFalse();
    assertThat(Argon2id.parse(hash).phc()).isEqualTo(hash);
  }

  /** A vector of the reference implementation. */
  @Test
  void theCostIsTheOneInTheHash() {
    // Given
    var hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    // When
    var same = Passwords.isHashOf("password", hash);

    // Then
    assertThat(same).isTrue();
  }

  @Test
  void nobodyKnowsThePasswordOfNobody() {
    // When
    var one = Argon2id.ofNobody();

    // Then
    assertThat(one.phc()).isNotEqualTo(Argon2id.ofNobody().phc());
    assertThat(one.isOf("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "wonderland", "$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA", "$2b$10$AAAA"})
  void nothingElseIsAHash(String text) {
    // When
    var thrown = catchThrowable(() -> Passwords.isHashOf("wonderland", text));

    // Then
    assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
  }
}
