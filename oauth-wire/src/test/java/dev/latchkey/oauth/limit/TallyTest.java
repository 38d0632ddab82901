package dev.latchkey.oauth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers of Redis that overtake each other, and requests that overtake answers. */
class TallyTest {

  private static final int MOST_UNTOLD = 31;
  private static final long WINDOW = 1_000;

  private final Tally tally = new Tally(MOST_UNTOLD);

  @Test
  void theFirstRefusalIsNotedEvenIfALaterOneIsHeardBefore() {
    // Given
    var later = tally.refused(10, false);

    // When
    var first = tally.refused(10, true);

    // Then
    assertThat(later).isFalse();
    assertThat(first).isTrue();
  }

  @Test
  void whereManyComeAtOnceFarFromTheLimitOneAsksForManyOfThem() {
    // Given
    tally.allowed(500, true);
    comeUntilOneAsks();

    // When
    var meanwhile = IntStream.range(0, MOST_UNTOLD).filter(i -> asks(come())).count();
    tally.allowed(450, true);
    tally.asked(MOST_UNTOLD);

    // Then
    assertThat(meanwhile).isZero();
    assertThat(asks(come())).isTrue();
  }

  @Test
  void whileNoAnswerComesNoMoreThanTwiceAsManyPass() {
    // Given
    tally.allowed(500, true);

    // When
    var passed = IntStream.range(0, 10_000).filter(i -> !asks(come())).count();

    // Then
    assertThat(passed).isEqualTo(2 * MOST_UNTOLD);
  }

  @Test
  void nearTheLimitWhoeverComesMeanwhileAsksToo() {
    // Given
    tally.allowed(500, false);
    comeUntilOneAsks();

    // When
    var next = come();

    // Then
    assertThat(asks(next)).isTrue();
  }

  private void comeUntilOneAsks() {
    for (var step = come(); !asks(step); step = come()) {}
  }

  private Tally.Step come() {
    return tally.next(0, WINDOW);
  }

  private static boolean asks(Tally.Step step) {
    return step instanceof Tally.Step.Ask;
  }

  @Test
  void whatWasNotedIsNotNotedAgain() {
    // Given
    tally.refused(10, true);

    // When
    var again = tally.refused(20, true);

    // Then
    assertThat(again).isFalse();
  }

  @Test
  void whatIsReachedAgainAfterThereWasRoomIsNews() {
    // Given
    tally.refused(10, true);
    tally.allowed(1, false);
    var near = tally.refused(20, true);
    tally.allowed(500, true);

    // When
    var again = tally.refused(30, true);

    // Then
    assertThat(near).isFalse();
    assertThat(again).isTrue();
  }
}
