package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.StoredEvents;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ParameterizedClass
@EnumSource(mode = Mode.EXCLUDE, names = "TWO_RELEASES") // new in this one
class AuditStreamTest {

  private static final Map<String, String> SMALL =
      Map.of("latchkey.audit-stream.most-entries", "1000");

  private final Topology topology;
  private final StoredEvents stored;

  private Pod pod;

  AuditStreamTest(Topology topology) {
    this.topology = topology;
    this.pod = Pod.of(topology);
    this.stored = StoredEvents.in(topology.store());
  }

  @BeforeEach
  void nothingIsThere() {
    stored.clear();
  }

  @AfterEach
  void nothingComesLater() {
    await().until(this::allHaveRoom);
  }

  @Test
  void whatIsAppendedArrivesInItsOrder() {
    // Given
    var events = events(1_000);

    // When
    events.forEach(pod.audit::append);

    // Then
    await().untilAsserted(() -> assertThat(stored.all()).isEqualTo(events));
    assertThat(pod.audit.tally().appended()).isEqualTo(1_000);
    assertThat(pod.audit.tally().waiting()).isZero();
  }

  @Test
  void manyThreadsLoseNothing() {
    // Given
    var events = events(5_000);

    // When
    events.parallelStream().forEach(pod.audit::append);

    // Then
    await()
        .untilAsserted(() -> assertThat(stored.all()).containsExactlyInAnyOrderElementsOf(events));
  }

  @Test
  void thereIsNeverMoreThanMayBe() {
    // Given
    pod = Pod.of(topology, SMALL);
    events(990).forEach(stored::add);

    // When
    events(50).forEach(pod.audit::append);

    // Then
    await().until(() -> stored.all().size() == 1_000);
    await().during(Duration.ofMillis(600)).until(() -> stored.all().size() == 1_000);
    assertThat(pod.audit.tally().waiting()).isEqualTo(40);
    assertThat(pod.audit.tally().lost()).isZero();
  }

  @Test
  void whatWaitedForRoomArrivesWhenThereIs() {
    // Given
    pod = Pod.of(topology, SMALL);
    events(1_000).forEach(stored::add);
    events(50).forEach(pod.audit::append);
    await().until(() -> pod.audit.tally().waiting() == 50);

    // When
    stored.clear();

    // Then
    await().untilAsserted(() -> assertThat(stored.all()).isEqualTo(events(50)));
  }

  @Test
  void whatFindsNoPlaceIsCountedAndToldWhenThereIsRoomAgain() {
    // Given
    pod = Pod.of(topology, SMALL);
    events(1_000).forEach(stored::add);
    events(AuditQueue.MOST_WAITING + 10).forEach(pod.audit::append);
    var before = pod.audit.takeLost();

    // When
    await().until(this::allHaveRoom);

    // Then
    assertThat(before).isZero();
    assertThat(pod.audit.tally().lost()).isEqualTo(10);
    assertThat(pod.audit.takeLost()).isEqualTo(10);
    assertThat(pod.audit.takeLost()).isZero();
  }

  @Test
  void theLastEventsOfAPodThatEndsAreSent() {
    // Given
    events(300).forEach(pod.audit::append);

    // When
    pod.audit.end(new ShutdownEvent());

    // Then
    assertThat(stored.all()).isEqualTo(events(300));
  }

  @Test
  void aCapThatIsTooSmallIsRefusedAtStart() {
    // Then
    assertThatThrownBy(() -> Pod.of(topology, Map.of("latchkey.audit-stream.most-entries", "999")))
        .hasMessageContaining("latchkey.audit-stream.most-entries");
  }

  /** Makes room, as somebody who is done with the entries does. */
  private boolean allHaveRoom() {
    stored.clear();
    return pod.audit.tally().waiting() == 0;
  }

  private static List<String> events(int count) {
    return IntStream.range(0, count).mapToObj(n -> "{\"n\":\"" + n + "\"}").toList();
  }
}
