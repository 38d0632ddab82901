package dev.latchkey.oauth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  private static final long NOON = 1_795_262_400_007L;

  private final EventIds ids = new EventIds();

  @Test
  void theyAreUuidsOfVersionSevenThatTellTheTime() {
    // When
    var id = ids.next(NOON);

    // Then
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON);
  }

  @Test
  void theirTextsSortAsTheyWereDrawn() {
    // When
    var drawn = LongStream.range(0, 60_000).mapToObj(n -> ids.next(NOON + n / 30_000).toString());

    // Then
    assertThat(drawn).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
  }

  @Test
  void twoProcessesDrawOthersInTheSameMillisecond() {
    // Given
    var other = new EventIds();

    // When
    var drawn =
        Stream.concat(
            IntStream.range(0, 1_000).mapToObj(n -> ids.next(NOON)),
            IntStream.range(0, 1_000).mapToObj(n -> other.next(NOON)));

    // Then
    assertThat(drawn).doesNotHaveDuplicates();
  }

  @Test
  void soDoThreads() {
    // Given
    var drawn = ConcurrentHashMap.<UUID>newKeySet();

    // When
    IntStream.range(0, 100_000).parallel().forEach(n -> drawn.add(ids.next(NOON)));

    // Then
    assertThat(drawn).hasSize(100_000);
  }
}
