package dev.latchkey.token.mint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.token.keys.SigningConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLifetimesTest {

  @Test
  void theDefaultsGoTogether() {
    // When
    var check = assertThatCode(() -> check(Map.of()));

    // Then
    check.doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "latchkey.signing.keep-after, 1h",
    "latchkey.token.access-token-lifetime, 25h",
    "latchkey.token.id-token-lifetime, 25h",
    "latchkey.token.admin-token-lifetime, 25h",
  })
  void noTokenOutlivesItsKey(String setting, String value) {
    // Given
    var settings = Map.of(setting, value);

    // When
    var refusal = assertThatThrownBy(() -> check(settings));

    // Then
    refusal.hasMessageContaining("latchkey.signing.keep-after");
  }

  private static void check(Map<String, String> settings) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(SigningConfig.class)
            .withMapping(TokenConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    new TokenLifetimes(
        config.getConfigMapping(SigningConfig.class), config.getConfigMapping(TokenConfig.class));
  }
}
