package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.limit.AlarmState;
import dev.latchkey.limit.AlarmState.Ringing;
import dev.latchkey.limit.AlarmState.Silent;
import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AlarmsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CROWD = 20;

  private final RedisStore redis;
  private final Pod pod;

  /** One that never rang. */
  private final String name = "alarm-" + UUID.randomUUID().toString().substring(0, 8);

  AlarmsTest(Topology topology) {
    redis = topology.store();
    pod = Pod.of(topology);
  }

  @Test
  void isSilentAtFirst() {
    // When
    var state = look();

    // Then
    assertThat(state).isEqualTo(Silent.SILENT);
  }

  @Test
  void ringsForAsLongAsItWasRaised() {
    // Given
    answer(pod.alarms.raise(name, MINUTE));

    // When
    var state = (Ringing) look();

    // Then
    assertThat(state.left().toMillis()).isCloseTo(MINUTE.toMillis(), within(900L));
  }

  @Test
  void ofManyWhoRaiseItOneIsTheFirst() throws Exception {
    // Given
    var calls = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < CROWD; i++) {
      calls.add(() -> answer(pod.alarms.raise(name, MINUTE)));
    }

    // When
    List<Boolean> firsts;
    try (var threads = Executors.newFixedThreadPool(CROWD)) {
      firsts = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    // Then
    assertThat(firsts).hasSize(CROWD).containsOnlyOnce(true);
  }

  @Test
  void exactlyOneLookLearnsThatItHasStopped() {
    // Given
    redis.execute("SET", "alarm:" + name, "1", "PX", "60000");

    // When
    var states = List.of(look(), look(), look());

    // Then
    assertThat(states).containsExactly(Silent.JUST_STOPPED, Silent.SILENT, Silent.SILENT);
  }

  @Test
  void oneThatEndedBeforeAnybodyLookedIsRaisedAnew() {
    // Given
    redis.execute("SET", "alarm:" + name, "1", "PX", "60000");

    // When
    var first = answer(pod.alarms.raise(name, MINUTE));

    // Then
    assertThat(first).isTrue();
    assertThat(look()).isInstanceOf(Ringing.class);
  }

  private AlarmState look() {
    return answer(pod.alarms.look(name));
  }
}
