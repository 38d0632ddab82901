package dev.latchkey.redis;

import static dev.latchkey.redis.EitherRelease.scripts;
import static dev.latchkey.redis.Grants.BARE;
import static dev.latchkey.redis.Grants.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.OpenOutcome;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two pods, each of one release. What both do in any mixture, the tests of each adapter say. */
class EitherReleaseTest {

  private final RedisStore redis = Topology.STANDALONE.store();
  private final Map<String, String> frozen = scripts(EitherRelease.BEFORE);
  private final Pod now = Pod.of(Topology.STANDALONE);

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void aGrantLivesAcrossReleases(boolean startsBefore, boolean endsBefore) {
    // Given
    var first = startsBefore ? before(frozen) : now;
    var second = endsBefore ? before(frozen) : now;
    var code = first.create(BARE).deviceCode();

    // When
    var opened = second.open(code, PHONE);
    first.decide(code, PHONE, Grants.APPROVE);
    var polled = second.poll(code);

    // Then
    assertThat(opened).isInstanceOf(OpenOutcome.Open.class);
    assertThat(polled).isInstanceOf(PollOutcome.Granted.class);
  }

  @Test
  void bothStoreTheSame() {
    // Given
    var grant = Grants.FULL;

    // When
    var before = stored(before(frozen), grant);
    var after = stored(now, grant);

    // Then
    assertThat(before.keySet()).isEqualTo(after.keySet());
    assertThat(before).containsEntry("state", "PENDING");
  }

  /** The test of the test. */
  @Test
  void whatTheOtherReleaseHasIsWhatRuns() {
    // Given
    var text = frozen.getOrDefault("create.lua", "").replace("'PENDING'", "'WAITING'");

    // When
    var stored = stored(before(Map.of("create.lua", text)), BARE);

    // Then
    assertThat(stored).containsEntry("state", "WAITING");
  }

  private Map<String, String> stored(Pod pod, NewGrant grant) {
    return StoredGrant.read(redis, pod.create(grant).deviceCode());
  }

  /** A pod that calls nothing but these scripts, where it has them. */
  private static Pod before(Map<String, String> scripts) {
    var release = new EitherRelease(scripts, () -> true);
    return Pod.of(() -> release.on(Topology.STANDALONE.connect()));
  }
}
