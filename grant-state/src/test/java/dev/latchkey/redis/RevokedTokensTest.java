package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.stores.RedisStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class RevokedTokensTest {

  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;
  private final String jti = UUID.randomUUID().toString();

  RevokedTokensTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void aTokenIsGoodUntilItIsTakenBack() {
    // When
    var revoked = answer(pod.revokedTokens.isRevoked(jti));

    // Then
    assertThat(revoked).isFalse();
  }

  @Test
  void whatOnePodTakesBackIsTakenBackForAll() {
    // Given
    var otherPod = Pod.of(topology);
    pod.revokedTokens.revoke(jti, AN_HOUR).await().atMost(Pod.PATIENCE);

    // When
    var revoked = answer(otherPod.revokedTokens.isRevoked(jti));

    // Then
    assertThat(revoked).isTrue();
  }

  @Test
  void otherTokensStayGood() {
    // Given
    pod.revokedTokens.revoke(jti, AN_HOUR).await().atMost(Pod.PATIENCE);

    // When
    var revoked = answer(pod.revokedTokens.isRevoked(jti + "."));

    // Then
    assertThat(revoked).isFalse();
  }

  static Stream<Arguments> lives() {
    var skew = Duration.ofMinutes(1);
    return Stream.of(
        arguments(AN_HOUR, AN_HOUR.plus(skew)),
        arguments(Duration.ZERO, skew),
        arguments(AN_HOUR.negated(), skew),
        arguments(Duration.ofDays(400), Duration.ofDays(400).plus(skew)));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void itIsRememberedUntilTheTokenHasEndedByEveryClock(Duration untilItEnds, Duration kept) {
    // When
    pod.revokedTokens.revoke(jti, untilItEnds).await().atMost(Pod.PATIENCE);

    // Then
    assertThat(redis.end(key())).isCloseTo(redis.now().plus(kept), within(2, ChronoUnit.SECONDS));
  }

  private String key() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(jti.getBytes(UTF_8));
      return "revoked:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
