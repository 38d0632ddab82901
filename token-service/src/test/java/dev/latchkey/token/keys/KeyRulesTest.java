package dev.latchkey.token.keys;

import static dev.latchkey.token.keys.Algorithm.EDDSA;
import static dev.latchkey.token.keys.Algorithm.ES256;
import static dev.latchkey.token.keys.Algorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRulesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final Duration KEEP = Duration.ofHours(25);
  private static final Duration LIFE = Duration.ofDays(90);

  private final Keys keys = new Keys();

  @ParameterizedTest
  @EnumSource
  void theFirstKeysSignAtOnce(Algorithm configured) {
    // When
    keys.apply(rules(configured).due(keys.records(), START), START);

    // Then
    assertThat(keys.records())
        .extracting(KeyRecord::algorithm)
        .containsExactlyInAnyOrderElementsOf(rules(configured).wanted());
    assertThat(keys.records()).allMatch(key -> key.state(START) == KeyState.ACTIVE);
  }

  @Test
  void overThreeYearsEverySignatureVerifies() {
    // Given
    var history = new History();

    // When
    for (var hours = 0; hours < 3 * 365 * 24; hours++) {
      history.live(rules(ES256), START.plus(Duration.ofHours(hours)));
    }

    // Then
    assertThat(history.signers()).hasSizeBetween(24, 28);
  }

  @Test
  void aChangeOfTheAlgorithmAndBackBreaksNoSignature() {
    // Given
    var history = new History();

    // When
    for (var minutes = 0; minutes < 40 * 24 * 60; minutes += 5) {
      var day = minutes / (24 * 60);
      var configured = day < 10 ? ES256 : day < 20 ? EDDSA : day < 30 ? RS256 : ES256;
      history.live(rules(configured), START.plus(Duration.ofMinutes(minutes)));
    }

    // Then
    assertThat(keys.records())
        .extracting(KeyRecord::algorithm)
        .containsExactlyInAnyOrder(RS256, ES256);
  }

  @Test
  void duringARollingUpdateOldAndNewReplicasDoNotFight() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var now = START.plus(Duration.ofDays(1));
    var steps = 0;

    // When
    for (var second = 0; second < 1800; second += 10) {
      var rules = rules(second % 20 == 0 ? EDDSA : ES256);
      var changes = rules.due(keys.records(), now.plusSeconds(second));
      keys.apply(changes, now.plusSeconds(second));
      steps += changes.size();
    }

    // Then
    assertThat(steps).isEqualTo(1);
  }

  @Test
  void theOldAlgorithmSignsUntilTheNewOneIsKnown() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var now = START.plus(Duration.ofDays(1));

    // When
    keys.apply(rules(EDDSA).due(keys.records(), now), now);

    // Then
    assertThat(algorithmOf(keys, now.plus(AHEAD).minusMillis(1))).isEqualTo(ES256);
    assertThat(algorithmOf(keys, now.plus(AHEAD))).isEqualTo(EDDSA);
  }

  @Test
  void aDeletedSignerIsReplacedAtOnce() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var signer = signer();

    // When
    var changes = rules(ES256).remove(signer, keys.records(), START.plusSeconds(60));

    // Then
    assertThat(changes)
        .hasSize(2)
        .contains(new Delete(signer.kid()))
        .anyMatch(
            change ->
                change instanceof Create(var kid, var algorithm, var at)
                    && algorithm == ES256
                    && at.equals(START.plusSeconds(60)));
  }

  @Test
  void aPendingKeyTakesOverFromADeletedSigner() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var signer = signer();
    var now = START.plusSeconds(60);
    keys.apply(rules(ES256).rotate(ES256, keys.records(), now), now);
    var pending = keys.records().getLast();

    // When
    var changes = rules(ES256).remove(signer(), keys.records(), now);

    // Then
    assertThat(changes).containsExactly(new Delete(signer.kid()), new Activate(pending.kid(), now));
  }

  @Test
  void withoutItsSuccessorAKeyGoesOn() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var signer = signer();
    keys.apply(rules(ES256).rotate(ES256, keys.records(), START), START);

    // When
    var changes = rules(ES256).remove(keys.records().getLast(), keys.records(), START);

    // Then
    assertThat(changes).contains(new Keep(signer.kid()));
  }

  @Test
  void aRotationPlansTheEndOfTheOldKey() {
    // Given
    keys.apply(rules(ES256).due(keys.records(), START), START);
    var signer = signer();

    // When
    var changes = rules(ES256).rotate(ES256, keys.records(), START);

    // Then
    var takesOver = START.plus(AHEAD);
    assertThat(changes)
        .hasSize(2)
        .contains(new Retire(signer.kid(), takesOver, takesOver.plus(KEEP)));
  }

  private KeyRecord signer() {
    return keys.records().stream()
        .filter(key -> key.algorithm() == ES256)
        .findFirst()
        .orElseThrow();
  }

  private static KeyRules rules(Algorithm configured) {
    return new KeyRules(configured, LIFE, AHEAD, KEEP);
  }

  private static Algorithm algorithmOf(Keys keys, Instant now) {
    return keys.ring().signer(EDDSA, now).orElseThrow().algorithm();
  }

  /** Signs at each moment and looks whether verifiers could have known, and still know. */
  private final class History {

    private final HashMap<String, Instant> published = new HashMap<>();
    private final HashMap<String, Instant> lastSigned = new HashMap<>();

    void live(KeyRules rules, Instant now) {
      var first = keys.records().isEmpty();
      keys.apply(rules.due(keys.records(), now), now);
      assertThat(rules.due(keys.records(), now)).as("nothing is left to do").isEmpty();
      keys.published(now)
          .forEach(kid -> published.putIfAbsent(kid, first ? START.minus(AHEAD) : now));
      for (var algorithm : rules.wanted()) {
        var signer = keys.signer(algorithm, now).orElseThrow();
        assertThat(published.getOrDefault(signer, Instant.MAX))
            .as("published long enough before it signs at %s", now)
            .isBeforeOrEqualTo(now.minus(AHEAD));
        lastSigned.put(signer, now);
      }
      var living = keys.published(now);
      lastSigned.forEach(
          (kid, when) -> {
            if (when.plus(KEEP).isAfter(now)) {
              assertThat(living)
                  .as("what %s signed at %s verifies at %s", kid, when, now)
                  .contains(kid);
            }
          });
    }

    Iterable<String> signers() {
      return lastSigned.keySet();
    }
  }
}
