package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgedCacheTest {

  private static final Duration JUST_UNDER = Duration.ofMillis(1);

  private final Table table = new Table();
  private final AgedCache<String, String> cache =
      new AgedCache<>(100, table::load, () -> table.now.toNanos());

  @Test
  void aFreshViewIsUsedWithoutAsking() {
    // Given
    fresh();
    table.value = "changed";
    pass(AgedCache.FRESH.minus(JUST_UNDER));

    // When
    var views = fresh() + " " + tolerant();

    // Then
    assertThat(views).isEqualTo("first first");
    assertThat(table.loads).isEqualTo(1);
  }

  @Test
  void aChangeIsSeenWithinTenSeconds() {
    // Given
    fresh();
    table.value = "changed";
    pass(AgedCache.FRESH);

    // When
    var view = tolerant();

    // Then
    assertThat(view).isEqualTo("changed");
  }

  @Test
  void whatIsNotThereIsRememberedToo() {
    // Given
    table.value = null;

    // When
    var views = fresh() + " " + fresh();

    // Then
    assertThat(views).isEqualTo("nothing nothing");
    assertThat(table.loads).isEqualTo(1);
  }

  @Test
  void theAgeCountsFromBeforeTheLoad() {
    // Given
    table.takes = Duration.ofSeconds(3);
    fresh();
    pass(Duration.ofSeconds(7));

    // When
    fresh();

    // Then
    assertThat(table.loads).isEqualTo(2);
  }

  @Test
  void aFailureIsToleratedWhereNothingIsDecided() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.STALE.minus(Duration.ofSeconds(1)));

    // When
    var view = tolerant();

    // Then
    assertThat(view).isEqualTo("first");
  }

  @Test
  void aFailureIsNeverToleratedWhereSomethingIs() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.FRESH);
    tolerant();

    // Then
    assertThatThrownBy(this::fresh).isInstanceOf(Table.Away.class);
  }

  @Test
  void whatIsTooOldIsNotTolerated() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.STALE);

    // Then
    assertThatThrownBy(this::tolerant).isInstanceOf(Table.Away.class);
  }

  @Test
  void whatWasNeverSeenIsNotTolerated() {
    // Given
    table.fails = true;

    // Then
    assertThatThrownBy(this::tolerant).isInstanceOf(Table.Away.class);
  }

  @Test
  void aFailureIsFollowedByAPauseOfASecond() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.FRESH);
    tolerant();
    table.loads = 0;

    // When
    tolerant();
    pass(Duration.ofMillis(999));
    tolerant();
    var during = table.loads;
    pass(Duration.ofMillis(1));
    tolerant();

    // Then
    assertThat(during).isZero();
    assertThat(table.loads).isEqualTo(1);
  }

  @Test
  void afterTheFailureTheViewIsFreshAgain() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.FRESH);
    tolerant();
    table.fails = false;
    table.value = "changed";
    pass(Duration.ofSeconds(1));

    // When
    var views = tolerant() + " " + fresh();

    // Then
    assertThat(views).isEqualTo("changed changed");
  }

  @Test
  void aLoadServesAllWhoAskMeanwhile() {
    // Given
    table.answers = new CompletableFuture<>();
    var first = cache.fresh("key").subscribeAsCompletionStage();
    var second = cache.fresh("key").subscribeAsCompletionStage();
    var third = cache.tolerant("key").subscribeAsCompletionStage();

    // When
    first.cancel(true);
    table.answers.complete(null);

    // Then
    assertThat(second).isCompletedWithValue(Optional.of("first"));
    assertThat(third).isCompletedWithValue(Optional.of("first"));
    assertThat(table.loads).isEqualTo(1);
  }

  @Test
  void aFailedLoadIsNotRemembered() {
    // Given
    table.fails = true;
    assertThatThrownBy(this::fresh).isInstanceOf(Table.Away.class);
    table.fails = false;

    // When
    var view = fresh();

    // Then
    assertThat(view).isEqualTo("first");
  }

  @Test
  void afterAFailureNobodyElseWaitsForTheNextAttempt() {
    // Given
    fresh();
    table.fails = true;
    pass(AgedCache.FRESH);
    tolerant();
    pass(Duration.ofSeconds(1));
    table.answers = new CompletableFuture<>();
    var attempt = cache.tolerant("key").subscribeAsCompletionStage();

    // When
    var meanwhile = cache.tolerant("key").subscribeAsCompletionStage();

    // Then
    assertThat(attempt).isNotDone();
    assertThat(meanwhile).isCompletedWithValue(Optional.of("first"));
  }

  @Test
  void whatIsNotThereIsNotToleratedLater() {
    // Given
    table.value = null;
    tolerant();
    table.fails = true;
    pass(AgedCache.FRESH);

    // Then
    assertThatThrownBy(this::tolerant).isInstanceOf(Table.Away.class);
  }

  @Test
  void askingForWhatIsNotThereDrivesNothingOut() {
    // Given
    fresh();
    table.value = null;
    IntStream.range(0, 10_000).forEach(i -> cache.fresh("unknown-" + i).await().indefinitely());
    table.fails = true;

    // When
    var view = fresh();

    // Then
    assertThat(view).isEqualTo("first");
  }

  @Test
  void whatIsGoneIsForgotten() {
    // Given
    fresh();
    table.value = null;
    pass(AgedCache.FRESH);

    // When
    var views = fresh() + " " + tolerant();

    // Then
    assertThat(views).isEqualTo("nothing nothing");
  }

  private void pass(Duration time) {
    table.now = table.now.plus(time);
  }

  private String fresh() {
    return cache.fresh("key").await().indefinitely().orElse("nothing");
  }

  private String tolerant() {
    return cache.tolerant("key").await().indefinitely().orElse("nothing");
  }

  /** A table of one row, and the clock. */
  private static final class Table {

    private @Nullable String value = "first";
    private boolean fails;
    private int loads;
    private CompletableFuture<@Nullable Void> answers = CompletableFuture.completedFuture(null);
    private Duration takes = Duration.ZERO;
    private Duration now = Duration.ofDays(1);

    Uni<Optional<String>> load(String key) {
      return Uni.createFrom()
          .deferred(
              () -> {
                loads++;
                now = now.plus(takes);
                return Uni.createFrom().completionStage(answers);
              })
          .map(
              answered -> {
                if (fails) {
                  throw new Away();
                }
                return Optional.ofNullable(value);
              });
    }

    private static final class Away extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }
  }
}
