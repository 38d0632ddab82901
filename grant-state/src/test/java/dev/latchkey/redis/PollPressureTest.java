package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PollPressureTest {

  private static final String KEY = "poll-pressure";

  private final RedisStore redis;
  private final Pod pod;

  PollPressureTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @BeforeEach
  void nobodyHasReported() {
    redis.ownerOf(KEY).execute("DEL", KEY);
  }

  @Test
  void withoutReportsThereIsNone() {
    // When
    var pressure = answer(pod.pressure.now());

    // Then
    assertThat(pressure).isEmpty();
  }

  @Test
  void itIsTheMeanOfAllPods() {
    // Given
    report(UUID.randomUUID(), 100);
    report(UUID.randomUUID(), 20);
    report(UUID.randomUUID(), 31);

    // When
    var pressure = answer(pod.pressure.now());

    // Then
    assertThat(pressure).isEqualTo(OptionalInt.of(51));
  }

  @Test
  void ofEachPodTheLastReportCounts() {
    // Given
    var id = UUID.randomUUID();
    report(id, 100);
    report(id, 30);

    // When
    var pressure = answer(pod.pressure.now());

    // Then
    assertThat(pressure).isEqualTo(OptionalInt.of(30));
  }

  @Test
  void whoHasBeenSilentForFiveSecondsIsForgotten() {
    // Given
    report(UUID.randomUUID(), 40);
    stored("gone", "100 " + redis.now().minus(Duration.ofSeconds(6)).toEpochMilli());

    // When
    var pressure = answer(pod.pressure.now());

    // Then
    assertThat(pressure).isEqualTo(OptionalInt.of(40));
    assertThat(redis.ownerOf(KEY).hash(KEY)).hasSize(1);
  }

  @Test
  void aReportOfAClockThatWasAheadIsForgottenToo() {
    // Given
    report(UUID.randomUUID(), 40);
    stored("ahead", "100 " + redis.now().plus(Duration.ofHours(1)).toEpochMilli());

    // When
    var pressure = answer(pod.pressure.now());

    // Then
    assertThat(pressure).isEqualTo(OptionalInt.of(40));
  }

  @Test
  void nothingIsLeftWhenNobodyReportsAnyMore() {
    // When
    report(UUID.randomUUID(), 40);

    // Then
    assertThat(redis.ownerOf(KEY).end(KEY))
        .isBetween(redis.ownerOf(KEY).now(), redis.ownerOf(KEY).now().plusSeconds(5));
  }

  private void report(UUID id, int percent) {
    pod.pressure.report(id, percent).await().atMost(Pod.PATIENCE);
  }

  private void stored(String id, String report) {
    redis.ownerOf(KEY).execute("HSET", KEY, id, report);
  }
}
