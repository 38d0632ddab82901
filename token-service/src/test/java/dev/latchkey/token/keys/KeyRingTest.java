package dev.latchkey.token.keys;

import static dev.latchkey.token.keys.Algorithm.ES256;
import static dev.latchkey.token.keys.Algorithm.RS256;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aClockThatIsBehindDoesNotChangeTheAlgorithm() {
    // Given
    var ring = ring(key("rsa", RS256, NOW.minusSeconds(9)), key("new", ES256, NOW.plusSeconds(30)));

    // When
    var signer = ring.signer(ES256, NOW);

    // Then
    assertThat(signer).map(SigningKey::kid).contains("new");
  }

  @Test
  void aKeyThatIsPendingForLongDoesNotSign() {
    // Given
    var ring =
        ring(
            key("rsa", RS256, NOW.minusSeconds(9)),
            key("new", ES256, NOW.plus(Duration.ofMinutes(5))));

    // When
    var signer = ring.signer(ES256, NOW);

    // Then
    assertThat(signer).map(SigningKey::kid).contains("rsa");
  }

  @Test
  void anActiveKeySignsUntilTheNextOneIsDue() {
    // Given
    var ring = ring(key("old", ES256, NOW.minusSeconds(9)), key("new", ES256, NOW.plusSeconds(30)));

    // When
    var signer = ring.signer(ES256, NOW);

    // Then
    assertThat(signer).map(SigningKey::kid).contains("old");
  }

  private record Held(SigningKey key, PublishedKey published) {}

  private static Held key(String kid, Algorithm algorithm, Instant activatesAt) {
    var pair = algorithm.generate();
    var life = new KeyLife(NOW.minusSeconds(3600), activatesAt, null, null);
    return new Held(
        new SigningKey(kid, algorithm, pair.getPublic(), pair.getPrivate()),
        new PublishedKey(new KeyRecord(kid, algorithm, life), pair.getPublic()));
  }

  private static KeyRing ring(Held... keys) {
    return new KeyRing(
        Arrays.stream(keys).map(Held::published).toList(),
        Arrays.stream(keys).map(Held::key).collect(toMap(SigningKey::kid, Function.identity())));
  }
}
