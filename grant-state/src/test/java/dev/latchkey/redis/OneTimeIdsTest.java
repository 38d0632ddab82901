package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static dev.latchkey.stores.StoredGrant.TV;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.RedisStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource
class OneTimeIdsTest {

  private static final String KEY = "thumbprint";
  private static final ClientId PRINTER = new ClientId("printer");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int CROWD = 50;

  private final Topology topology;
  private final RedisStore redis;
  private final Pod pod;

  /** Not used before. */
  private final String jti = UUID.randomUUID().toString();

  OneTimeIdsTest(Topology topology) {
    this.topology = topology;
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void ofManyConcurrentUsesOfAProofExactlyOneIsTheFirst() throws Exception {
    // Given
    var otherPod = Pod.of(topology);
    var uses = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < CROWD; i++) {
      var through = i % 2 == 0 ? pod : otherPod;
      uses.add(() -> answer(through.oneTimeIds.useProof(KEY, jti, A_MINUTE)));
    }

    // When
    List<Boolean> firsts;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      firsts = threads.invokeAll(uses).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(firsts).hasSize(CROWD).containsOnlyOnce(true);
  }

  @Test
  void anAssertionIsGoodOnce() {
    // Given
    answer(pod.oneTimeIds.useAssertion(TV, jti, A_MINUTE));

    // When
    var first = answer(pod.oneTimeIds.useAssertion(TV, jti, A_MINUTE));

    // Then
    assertThat(first).isFalse();
  }

  @Test
  void keysAndClientsHaveIdsOfTheirOwn() {
    // When
    var firsts =
        List.of(
            answer(pod.oneTimeIds.useProof(KEY, jti, A_MINUTE)),
            answer(pod.oneTimeIds.useProof("another", jti, A_MINUTE)),
            answer(pod.oneTimeIds.useAssertion(TV, jti, A_MINUTE)),
            answer(pod.oneTimeIds.useAssertion(PRINTER, jti, A_MINUTE)),
            answer(pod.oneTimeIds.useAssertion(new ClientId(KEY), jti, A_MINUTE)));

    // Then
    assertThat(firsts).containsOnly(true);
  }

  @Test
  void ownerAndIdAreKeptApart() {
    // Given
    answer(pod.oneTimeIds.useProof("ab", jti, A_MINUTE));

    // When
    var first = answer(pod.oneTimeIds.useProof("a", "b" + jti, A_MINUTE));

    // Then
    assertThat(first).isTrue();
  }

  static Stream<Arguments> times() {
    return Stream.of(
        arguments(A_MINUTE, A_MINUTE),
        arguments(Duration.ZERO, Duration.ofSeconds(1)),
        arguments(Duration.ofMinutes(-1), Duration.ofSeconds(1)),
        arguments(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofDays(1)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("times")
  void anIdIsKeptForAsLongAsAskedWithinBounds(Duration asked, Duration kept) {
    // When
    answer(pod.oneTimeIds.useProof(KEY, jti, asked));

    // Then
    assertThat(redis.now().until(redis.end("proof:" + digest(KEY + "\0" + jti)), ChronoUnit.MILLIS))
        .isCloseTo(kept.toMillis(), within(900L));
  }

  @Test
  void onlyADigestOfALongIdIsKept() {
    // Given
    var longest = "jti ☂ ".repeat(1000) + jti;

    // When
    var first = answer(pod.oneTimeIds.useAssertion(TV, longest, A_MINUTE));

    // Then
    var key = "assertion:" + digest(TV.value() + "\0" + longest);
    assertThat(first).isTrue();
    assertThat(redis.execute("GET", key)).isEqualTo("1");
  }

  private static String digest(String value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
