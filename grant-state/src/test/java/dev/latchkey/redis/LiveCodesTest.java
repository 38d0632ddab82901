package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.live.CodeSpace;
import dev.latchkey.live.IssuedCodes;
import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ParameterizedClass
@EnumSource(mode = Mode.EXCLUDE, names = "TWO_RELEASES") // new in this one
class LiveCodesTest {

  private static final String KEY = "live-codes";
  private static final CodeSpace EIGHT = CodeSpace.of(UserCodeFormat.DEFAULT);
  private static final CodeSpace DIGITS = new CodeSpace(CharacterSet.DIGITS, 9);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final RedisStore redis;
  private final Pod pod;
  private final Pod otherPod;

  LiveCodesTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
    otherPod = Pod.of(topology);
  }

  @BeforeEach
  void noneIsLive() {
    redis.ownerOf(KEY).execute("DEL", KEY);
  }

  @Test
  void withoutCodesThereAreNone() {
    // When
    var live = count(pod, List.of());

    // Then
    assertThat(live).isEmpty();
    assertThat(redis.ownerOf(KEY).hash(KEY)).isEmpty();
  }

  @Test
  void thoseOfAllPodsAndLifetimesAreAddedUpByKind() {
    // Given
    count(pod, List.of(codes(EIGHT, LIFETIME, 40_000), codes(DIGITS, LIFETIME, 7)));
    count(otherPod, List.of(codes(EIGHT, LIFETIME, 2)));

    // When
    var live = count(pod, List.of(codes(EIGHT, Duration.ofSeconds(90), 1)));

    // Then
    assertThat(live).isEqualTo(Map.of(EIGHT, 40_003L, DIGITS, 7L));
  }

  @Test
  void thoseWhoseTimeIsOverAreForgotten() {
    // Given
    count(pod, List.of(codes(EIGHT, LIFETIME, 3)));
    stored("base20-8 " + redis.now().minusMillis(1).toEpochMilli(), "1000");

    // When
    var live = count(pod, List.of());

    // Then
    assertThat(live).isEqualTo(Map.of(EIGHT, 3L));
    assertThat(redis.ownerOf(KEY).hash(KEY)).hasSize(1);
  }

  @Test
  void kindsOfAnotherReleaseAreLeftToIt() {
    // Given
    stored("emoji-4 " + redis.now().plus(LIFETIME).toEpochMilli(), "5");

    // When
    var live = count(pod, List.of());

    // Then
    assertThat(live).isEmpty();
    assertThat(redis.ownerOf(KEY).hash(KEY)).hasSize(1);
  }

  @Test
  void aDayOfCodesIsAFewFieldsAndEndsWithTheLast() {
    // Given
    var day = Duration.ofHours(24);

    // When
    for (var i = 0; i < 100; i++) {
      count(pod, List.of(codes(EIGHT, day, 1), codes(EIGHT, LIFETIME, 1)));
    }

    // Then
    var owner = redis.ownerOf(KEY);
    assertThat(owner.hash(KEY)).hasSizeLessThanOrEqualTo(4);
    assertThat(owner.end(KEY))
        .isBetween(owner.now().plus(day).minusSeconds(10), owner.now().plus(day.plusHours(1)));
  }

  private static Map<CodeSpace, Long> count(Pod pod, List<IssuedCodes> issued) {
    return answer(pod.liveCodes.count(issued));
  }

  private static IssuedCodes codes(CodeSpace space, Duration lifetime, long count) {
    return new IssuedCodes(space, lifetime, count);
  }

  private void stored(String field, String count) {
    redis.ownerOf(KEY).execute("HSET", KEY, field, count);
  }
}
