package dev.latchkey.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuedKeysTest {

  private static final VerificationKey KEY = key();

  private final Map<String, VerificationKey> there = new HashMap<>(Map.of("one", KEY));
  private Duration clock = Duration.ZERO;
  private int looks;

  private final IssuedKeys keys = new IssuedKeys(this::look, () -> clock.toNanos());

  @Test
  void aKeyIsFoundWithoutAskingEachTime() {
    // Given
    find("one");
    clock = Duration.ofSeconds(9);

    // When
    var found = find("one");

    // Then
    assertThat(found).contains(KEY);
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void aKeyThatIsDeletedIsNoneWithinTenSeconds() {
    // Given
    find("one");
    there.clear();
    clock = Duration.ofSeconds(10);

    // When
    var found = find("one");

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void aKeyThatWasJustMadeIsFoundWithinASecond() {
    // Given
    find("two");
    there.put("two", KEY);
    clock = Duration.ofSeconds(1);

    // When
    var found = find("two");

    // Then
    assertThat(found).contains(KEY);
  }

  @Test
  void idsThatSomebodyMadeUpAreAskedForOnceASecond() {
    // When
    for (var i = 0; i < 100; i++) {
      clock = clock.plusMillis(10);
      find("made-up-" + i);
    }

    // Then
    assertThat(looks).isLessThanOrEqualTo(2);
  }

  private Optional<VerificationKey> find(String kid) {
    return keys.find(kid).await().atMost(Duration.ofSeconds(1));
  }

  private Uni<Map<String, VerificationKey>> look() {
    return Uni.createFrom()
        .item(
            () -> {
              looks++;
              return Map.copyOf(there);
            });
  }

  private static VerificationKey key() {
    try {
      var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
      return new VerificationKey(pair.getPublic(), SignatureAlgorithm.ES256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
