package dev.latchkey.redis;

import static dev.latchkey.redis.Pod.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.stores.StoredEvents;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@ParameterizedClass
@EnumSource(mode = Mode.EXCLUDE, names = "TWO_RELEASES") // new in this one
class AuditBacklogTest {

  private static final int MANY = 100;

  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  private final StoredEvents stored;
  private final StoredEvents aside;
  private final Pod pod;

  AuditBacklogTest(Topology topology) {
    stored = StoredEvents.in(topology.store());
    aside = StoredEvents.aside(topology.store());
    pod = Pod.of(topology);
  }

  @BeforeEach
  void nothingIsThere() {
    stored.clear();
    aside.clear();
  }

  @Test
  void anEmptyStreamHasNoEntries() {
    // When
    var entries = read(one);

    // Then
    assertThat(entries).isEmpty();
  }

  @Test
  void entriesComeInTheirOrderUpToSoMany() {
    // Given
    add("a", "b", "c");

    // When
    var entries = answer(pod.backlog.read(one, 2));

    // Then
    assertThat(entries).extracting(AuditEntry::event).containsExactly("a", "b");
  }

  @Test
  void whatOneConsumerHasTheOtherDoesNotGet() {
    // Given
    add("a", "b");
    answer(pod.backlog.read(one, 1));

    // When
    var entries = read(other);

    // Then
    assertThat(entries).extracting(AuditEntry::event).containsExactly("b");
  }

  @Test
  void whatAConsumerIsNotDoneWithComesAgainBeforeAnythingElse() {
    // Given
    add("a", "b");
    var before = read(one);
    add("c");

    // When
    var entries = read(one);

    // Then
    assertThat(entries).isEqualTo(before).hasSize(2);
  }

  @Test
  void whatIsDoneIsGone() {
    // Given
    add("a", "b", "c");
    var entries = read(one);

    // When
    answer(pod.backlog.done(entries.subList(0, 2)));

    // Then
    assertThat(stored.all()).containsExactly("c");
    assertThat(stored.pending()).isEqualTo(1);
    assertThat(answer(pod.backlog.size())).isEqualTo(1);
  }

  @Test
  void whatSomebodyStillHasIsNeverDeletedByOthersThatAreDone() {
    // Given
    add("a");
    read(one);
    add("b", "c");

    // When
    answer(pod.backlog.done(read(other)));

    // Then
    assertThat(stored.all()).containsExactly("a");
  }

  @Test
  void doingItTwiceIsNoHarm() {
    // Given
    add("a");
    var entries = read(one);
    answer(pod.backlog.done(entries));
    add("b");

    // When
    answer(pod.backlog.done(entries));

    // Then
    assertThat(stored.all()).containsExactly("b");
  }

  @Test
  void whatADeadConsumerHadGoesToAnother() {
    // Given
    add("a", "b");
    read(one);
    stored.handedOut(Duration.ofSeconds(61));

    // When
    var entries = read(other);

    // Then
    assertThat(entries).extracting(AuditEntry::event).containsExactly("a", "b");
    assertThat(read(one)).isEmpty();
  }

  @Test
  void aConsumerThatIsOnlySlowKeepsItsEntries() {
    // Given
    add("a");
    read(one);
    stored.handedOut(Duration.ofSeconds(50));

    // When
    var entries = read(other);

    // Then
    assertThat(entries).isEmpty();
  }

  @Test
  void aGroupThatIsGoneIsMadeAgainAndNothingIsMissed() {
    // Given
    add("a", "b");
    read(one);
    stored.forgetGroup();

    // When
    var entries = read(other);

    // Then
    assertThat(entries).extracting(AuditEntry::event).containsExactly("a", "b");
  }

  @Test
  void aStreamThatIsGoneIsEmpty() {
    // Given
    add("a");
    var entries = read(one);
    stored.clear();

    // When
    answer(pod.backlog.done(entries));

    // Then
    assertThat(read(one)).isEmpty();
    add("b");
    assertThat(read(one)).extracting(AuditEntry::event).containsExactly("b");
  }

  @Test
  void anEntryThatSomebodyDeletedIsToldAsSuch() {
    // Given
    add("a", "b");
    var first = read(one).getFirst().id();
    stored.delete(first);

    // When
    var entries = read(one);

    // Then
    assertThat(entries).first().isEqualTo(new AuditEntry(first, ""));
    assertThat(entries).extracting(AuditEntry::event).containsExactly("", "b");
  }

  @Test
  void consumersThatAreGoneAndHaveNothingAreForgotten() {
    // Given
    add("a");
    read(one);
    read(other);
    var atOnce = LuaScript.load("audit_read.lua").text().replace("= 3600000", "= -1");

    // When
    stored.run(atOnce, UUID.randomUUID().toString(), "1", "60000");

    // Then
    assertThat(stored.consumers()).containsExactly(one.toString());
    assertThat(read(one)).hasSize(1);
  }

  @Test
  void whatIsSetAsideIsKeptForAPersonAndGone() {
    // Given
    add("a", "b");
    var entries = read(one);

    // When
    answer(pod.backlog.setAside(entries.subList(0, 1)));

    // Then
    assertThat(aside.all()).containsExactly("a");
    assertThat(stored.all()).containsExactly("b");
  }

  @Test
  void nothingIsDoneOfNothing() {
    // When
    answer(pod.backlog.done(List.of()));
    answer(pod.backlog.setAside(List.of()));

    // Then
    assertThat(aside.all()).isEmpty();
  }

  private void add(String... events) {
    Stream.of(events).forEach(stored::add);
  }

  private List<AuditEntry> read(UUID consumer) {
    return answer(pod.backlog.read(consumer, MANY));
  }
}
