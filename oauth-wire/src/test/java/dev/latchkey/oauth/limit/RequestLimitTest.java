package dev.latchkey.oauth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.limit.Limit;
import dev.latchkey.oauth.limit.Passage.Closed;
import dev.latchkey.oauth.limit.Passage.Open;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When Redis is asked, and what is answered, over time. */
class RequestLimitTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Limit HUNDRED = new Limit("hundred", 100, WINDOW);
  private static final String OFFICE = "office";

  private final Counts redis = new Counts();
  private Duration clock = Duration.ofDays(1);
  private final RequestLimit limit = new RequestLimit(HUNDRED, redis, () -> clock.toNanos());

  @Test
  void whoComesSeldomCostsRedisNothing() {
    // When
    var passages = pass(9);

    // Then
    assertThat(passages).containsOnly(Open.OPEN);
    assertThat(redis.asked).isZero();
  }

  @Test
  void redisIsToldOfATenthOfTheLimitAtATime() {
    // When
    var passages = pass(50);

    // Then
    assertThat(passages).containsOnly(Open.OPEN);
    assertThat(redis.used(OFFICE)).isEqualTo(50);
    assertThat(redis.asked).isEqualTo(2 * 5);
  }

  @Test
  void onePodAloneLetsAsManyPassAsTheLimitSays() {
    // Given
    var before = pass(HUNDRED.most() - 1);

    // When
    var passages = pass(2);

    // Then
    assertThat(before).containsOnly(Open.OPEN);
    assertThat(passages).containsExactly(Open.OPEN, new Closed(Counts.RETRY_AFTER, true));
  }

  @Test
  void whatIsOlderThanTheWindowIsNotToldAnyMore() {
    // Given
    var trickle = WINDOW.minusSeconds(10);

    // When
    for (var time = 0; time < HUNDRED.most(); time++) {
      pass(limit, OFFICE);
      pass(trickle);
    }

    // Then
    assertThat(redis.asked).isZero();
  }

  @Test
  void whileRedisThinksNobodyPassesUnasked() {
    // Given
    redis.silent = true;
    var passed = new ArrayList<Passage>();

    // When
    for (var time = 0; time < 200; time++) {
      limit.pass(OFFICE).subscribe().with(passed::add);
    }

    // Then
    assertThat(passed).hasSize(9).containsOnly(Open.OPEN);
    assertThat(redis.asked).isEqualTo(200 - 9);
  }

  @Test
  void whoHangsUpWhileRedisThinksLeavesNothingBehind() {
    // Given
    redis.silent = true;
    for (var time = 0; time < 10; time++) {
      limit.pass(OFFICE).subscribe().with(passage -> {}).cancel();
    }
    redis.silent = false;
    var asked = redis.asked;

    // When
    var passages = pass(9);

    // Then
    assertThat(passages).containsOnly(Open.OPEN);
    assertThat(redis.asked).isEqualTo(asked);
  }

  @Test
  void aLowLimitIsCountedOneByOne() {
    // Given
    var three = new RequestLimit(new Limit("three", 3, WINDOW), redis, () -> clock.toNanos());

    // When
    var passages = Stream.generate(() -> pass(three, OFFICE)).limit(4).toList();

    // Then
    assertThat(passages).startsWith(Open.OPEN, Open.OPEN, Open.OPEN);
    assertThat(passages.getLast()).isEqualTo(new Closed(Counts.RETRY_AFTER, true));
  }

  @Test
  void ofAVeryHighLimitNoMoreThanThirtyTwoAreKeptBack() {
    // Given
    var high = new RequestLimit(new Limit("high", 1_000_000, WINDOW), redis, () -> clock.toNanos());

    // When
    Stream.generate(() -> pass(high, OFFICE)).limit(32).forEach(each -> {});

    // Then
    assertThat(redis.used(OFFICE)).isEqualTo(32);
  }

  @Test
  void whatTwoPodsLetPassIsCountedTogether() {
    // Given
    var otherPod = new RequestLimit(HUNDRED, redis, () -> clock.toNanos());
    pass(50);
    Stream.generate(() -> pass(otherPod, OFFICE)).limit(50).forEach(each -> {});

    // When
    var passages = pass(10);

    // Then
    assertThat(passages.subList(0, 9)).containsOnly(Open.OPEN);
    assertThat(passages.getLast()).isInstanceOf(Closed.class);
  }

  @Test
  void beyondTheLimitIsRefusedFromMemory() {
    // Given
    pass(110);
    var asked = redis.asked;
    pass(Duration.ofSeconds(2));

    // When
    var passages = pass(1_000);

    // Then
    assertThat(passages).containsOnly(new Closed(Duration.ofSeconds(3), false));
    assertThat(redis.asked).isEqualTo(asked);
  }

  @Test
  void onlyTheFirstRefusalIsTheFirstHoweverLongItGoesOn() {
    // Given
    pass(100);

    // When
    var firsts = 0;
    for (var turn = 0; turn < 20; turn++) {
      firsts += firsts(pass(20));
      redis.free(OFFICE, 1);
      pass(Counts.RETRY_AFTER);
    }

    // Then
    assertThat(firsts).isOne();
  }

  @Test
  void whoWasRefusedGetsNoMoreThanBecomesFree() {
    // Given
    pass(110);
    var used = redis.used(OFFICE);
    redis.free(OFFICE, (int) used - HUNDRED.most() + 3);
    pass(Counts.RETRY_AFTER);

    // When
    var passages = pass(10);

    // Then
    assertThat(passages.subList(0, 3)).containsOnly(Open.OPEN);
    assertThat(passages.subList(3, 10)).hasOnlyElementsOfType(Closed.class);
  }

  @Test
  void whoWasSilentForAWindowIsForgotten() {
    // Given
    pass(110);
    redis.free(OFFICE, (int) redis.used(OFFICE));
    pass(WINDOW.plusSeconds(1));
    var asked = redis.asked;

    // When
    var passages = pass(9);

    // Then
    assertThat(passages).containsOnly(Open.OPEN);
    assertThat(redis.asked).isEqualTo(asked);
  }

  @Test
  void othersAreNotTouched() {
    // Given
    pass(200);

    // When
    var passage = pass(limit, "another");

    // Then
    assertThat(passage).isEqualTo(Open.OPEN);
  }

  @Test
  void whileRedisIsAwayEverybodyPasses() {
    // Given
    pass(100);
    redis.broken = true;

    // When
    var passages = pass(500);

    // Then
    assertThat(passages).containsOnly(Open.UNCHECKED);
  }

  private static int firsts(List<Passage> passages) {
    return (int) passages.stream().filter(RequestLimitTest::isFirst).count();
  }

  private static boolean isFirst(Passage passage) {
    return passage instanceof Closed closed && closed.first();
  }

  private void pass(Duration time) {
    clock = clock.plus(time);
  }

  private List<Passage> pass(int times) {
    return Stream.generate(() -> pass(limit, OFFICE)).limit(times).toList();
  }

  private static Passage pass(RequestLimit limit, String subject) {
    return limit.pass(subject).await().atMost(Duration.ofSeconds(1));
  }
}
