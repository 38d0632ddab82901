package dev.latchkey.chaos.book;

import static dev.latchkey.chaos.book.Came.AWAY;
import static dev.latchkey.chaos.book.Came.LATER;
import static dev.latchkey.chaos.book.Came.NOTHING;
import static dev.latchkey.chaos.book.Came.SERVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Timeline timeline = new Timeline();

  @Test
  void recoveryLastsUntilTheLastRequestThatCameToTrouble() {
    // Given
    at(9, Ask.POLL, LATER);
    at(11, Ask.POLL, SERVED);
    at(13, Ask.REFRESH, NOTHING);
    at(14, Ask.REFRESH, SERVED);

    // When
    var recovery = timeline.recovery(10 * SECOND, 20 * SECOND);

    // Then
    assertThat(recovery).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aGapIsOfThoseWhoAskForTheSame() {
    // Given
    for (var ask : Ask.values()) {
      at(1, ask, SERVED);
      at(9, ask, SERVED);
    }
    at(5, Ask.POLL, SERVED);
    at(5, Ask.PAGE, SERVED);
    at(5, Ask.REFRESH, SERVED);
    at(5, Ask.START, AWAY);

    // When
    var gap = timeline.longestGap(0, 10 * SECOND);

    // Then
    assertThat(gap).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void whatWasSentBeforeAndAnsweredLaterCounts() {
    // Given
    timeline.over(timeline.send(Ask.POLL, SECOND, Duration.ZERO), 6 * SECOND, NOTHING);
    at(3, Ask.POLL, SERVED);

    // When
    var counts = timeline.counts(5 * SECOND, 10 * SECOND);

    // Then
    assertThat(counts).isEqualTo(Map.of(NOTHING, 1));
  }

  @Test
  void itIsNotCalmBeforeEverythingWasServed() {
    // Given
    at(1, Ask.POLL, SERVED);
    at(1, Ask.START, SERVED);
    at(1, Ask.PAGE, SERVED);

    // When
    var calm = timeline.isCalm(0, 3 * SECOND, SECOND);

    // Then
    assertThat(calm).isFalse();
  }

  @Test
  void itIsNotCalmWhileSomebodyIsTurnedAway() {
    // Given
    all(1);
    at(2, Ask.POLL, LATER);

    // When
    var calm = timeline.isCalm(0, 3 * SECOND, 2 * SECOND);

    // Then
    assertThat(calm).isFalse();
  }

  @Test
  void itIsCalmWhenAllIsServedAndNobodyIsTurnedAwayAnyMore() {
    // Given
    at(1, Ask.POLL, LATER);
    all(2);

    // When
    var calm = timeline.isCalm(0, 4 * SECOND, 2 * SECOND);

    // Then
    assertThat(calm).isTrue();
  }

  @Test
  void itIsNotCalmWhileARequestHangs() {
    // Given
    timeline.send(Ask.POLL, SECOND, Duration.ZERO);
    all(2);

    // When
    var calm = timeline.isCalm(0, 4 * SECOND, 2 * SECOND);

    // Then
    assertThat(calm).isFalse();
  }

  @Test
  void itIsCalmAgainWhenThatRequestIsOver() {
    // Given
    var hung = timeline.send(Ask.POLL, SECOND, Duration.ZERO);
    all(2);
    timeline.over(hung, 4 * SECOND, SERVED);

    // When
    var calm = timeline.isCalm(0, 4 * SECOND, 2 * SECOND);

    // Then
    assertThat(calm).isTrue();
  }

  @Test
  void aRequestThatAskedToBeHeldMayBeOpenForLonger() {
    // Given
    timeline.send(Ask.POLL, SECOND, Duration.ofSeconds(4));
    all(2);

    // When
    var calm = timeline.isCalm(0, 4 * SECOND, 2 * SECOND);

    // Then
    assertThat(calm).isTrue();
  }

  private void all(long second) {
    for (var ask : Ask.values()) {
      at(second, ask, SERVED);
    }
  }

  private void at(long second, Ask ask, Came came) {
    var sent = timeline.send(ask, second * SECOND, Duration.ZERO);
    timeline.over(sent, second * SECOND, came);
  }
}
