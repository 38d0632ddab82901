package dev.latchkey.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {

  @Test
  void matchesItsSecretAndNoOther() {
    // Given
    var hash = SecretHash.of("s3cret");

    // Then
    assertThat(hash.matches("s3cret")).isTrue();
    assertThat(hash.matches("S3cret")).isFalse();
    assertThat(hash.matches("s3cret ")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void matchesAfterItWasStored() {
    // Given
    var stored = SecretHash.of("grün").encoded();

    // When
    var hash = new SecretHash(stored);

    // Then
    assertThat(hash.matches("grün")).isTrue();
  }

  @Test
  void hashesMadeByEarlierReleasesMatch() {
    // Given
    var stored = "hs256$AAECAwQFBgcICQoLDA0ODw$252bgbogTAZrOhJMp-VqmZtj0YhQcv8vEVt6S4pdrtk";

    // When
    var hash = new SecretHash(stored);

    // Then
    assertThat(hash.matches("s3cret")).isTrue();
  }

  @Test
  void oneSecretHasManyHashesAndIsInNone() {
    // When
    var one = SecretHash.of("s3cret");
    var other = SecretHash.of("s3cret");

    // Then
    assertThat(one).isNotEqualTo(other);
    assertThat(one.encoded()).startsWith("hs256$").doesNotContain("s3cret");
    assertThat(one.toString()).doesNotContain(one.encoded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "hs256$c2FsdA", "hs512$c2FsdA$bWFj", "hs256$a$b$c"})
  void whatIsNotAHashOfOursIsAFailureNotARefusal(String stored) {
    assertThatThrownBy(() -> new SecretHash(stored).matches("s3cret"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("s3cret");
  }
}
