package dev.latchkey.authz.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLengthConfigTest {

  @Test
  void aGuessFindsACodeOnceInHalfAMillion() {
    // When
    var config = config(Map.of());

    // Then
    assertThat(config.guesses()).isEqualTo(500_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999", "1000000001"})
  void aSettingOutOfItsBoundsIsRefused(String guesses) {
    // Given
    var config = config(Map.of("latchkey.code-length.guesses", guesses));

    // Then
    assertThatThrownBy(() -> new Crowding(config))
        .hasMessageContaining("latchkey.code-length.guesses");
  }

  private static CodeLengthConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(CodeLengthConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(CodeLengthConfig.class);
  }
}
