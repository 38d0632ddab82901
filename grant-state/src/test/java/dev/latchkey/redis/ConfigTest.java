package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

  private static final String PEPPER = "latchkey.user-code.pepper";
  private static final String PREVIOUS_PEPPER = "latchkey.user-code.previous-pepper";

  @Test
  void theDefaultsAreTheseAndPeppersHaveNone() {
    // When
    var redis = read(RedisStateConfig.class);
    var poll = read(PollConfig.class);
    var session = read(SessionConfig.class);
    var userCode = read(UserCodeConfig.class);
    var audit = read(AuditStreamConfig.class);

    // Then
    assertThat(redis.timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(redis.replicas()).isZero();
    assertThat(poll.tolerance()).isEqualTo(Duration.ofMillis(500));
    assertThat(session.idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(session.lifetime()).isEqualTo(Duration.ofHours(12));
    assertThat(userCode.pepper()).isEmpty();
    assertThat(userCode.previousPepper()).isEmpty();
    assertThat(audit.mostEntries()).isEqualTo(100_000);
  }

  @Test
  void aServiceThatNeedsThePepperDoesNotStartWithoutIt() {
    // When
    var config = read(UserCodeConfig.class);

    // Then
    assertThatThrownBy(() -> new UserCodeIndex(config)).hasMessageContaining(PEPPER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dG9vIHNob3J0", "not base64!"})
  void aPepperThatIsWeakOrUnreadableIsRefusedAtStart(String pepper) {
    // When
    var config = Pod.config(UserCodeConfig.class, Map.of(PEPPER, pepper));

    // Then
    assertThatThrownBy(() -> new UserCodeIndex(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(PEPPER)
        .hasMessageNotContaining(pepper);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dG9vIHNob3J0", "not base64!"})
  void ofTwoPeppersTheWrongOneIsNamed(String previous) {
    // Given
    var peppers = Map.of(PEPPER, "A".repeat(44), PREVIOUS_PEPPER, previous);

    // When
    var config = Pod.config(UserCodeConfig.class, peppers);

    // Then
    assertThatThrownBy(() -> new UserCodeIndex(config))
        .hasMessageContaining(PREVIOUS_PEPPER)
        .hasMessageNotContaining(previous);
  }

  private static <T> T read(Class<T> mapping) {
    return Pod.config(mapping, Map.of());
  }
}
