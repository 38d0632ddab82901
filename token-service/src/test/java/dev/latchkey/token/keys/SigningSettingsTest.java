package dev.latchkey.token.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.token.mint.TokenConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningSettingsTest {

  @Test
  void theDefaultsAreTheDocumentedOnes() {
    // When
    var rules = rules(Map.of());

    // Then
    assertThat(rules)
        .isEqualTo(
            new KeyRules(
                Algorithm.ES256, Duration.ofDays(90), Duration.ofHours(1), Duration.ofHours(25)));
  }

  @ParameterizedTest
  @CsvSource({"ES256, ES256", "RS256, RS256", "EdDSA, EDDSA"})
  void algorithmsHaveTheNamesOfTheirSpecifications(String name, Algorithm algorithm) {
    // When
    var rules = rules(Map.of("latchkey.signing.algorithm", name));

    // Then
    assertThat(rules.configured()).isEqualTo(algorithm);
  }

  @ParameterizedTest
  @CsvSource({
    "publish-ahead, 5m, latchkey.signing.publish-ahead",
    "jwks-max-age, 2h, latchkey.signing.publish-ahead",
    "check-every, 40m, latchkey.signing.publish-ahead",
    "rotate-every, 90m, latchkey.signing.rotate-every",
    "keep-after, 1h, latchkey.signing.keep-after",
    "check-every, 100ms, latchkey.signing.check-every",
    "algorithm, HS256, 'ES256, RS256, EdDSA'",
  })
  void settingsThatDoNotGoTogetherAreNamed(String setting, String value, String named) {
    // Given
    var settings = Map.of("latchkey.signing." + setting, value);

    // When
    var refusal = assertThatThrownBy(() -> rules(settings));

    // Then
    refusal.hasStackTraceContaining(named);
  }

  private static KeyRules rules(Map<String, String> settings) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(SigningConfig.class)
            .withMapping(TokenConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return SigningSettings.rules(
        config.getConfigMapping(SigningConfig.class), config.getConfigMapping(TokenConfig.class));
  }
}
