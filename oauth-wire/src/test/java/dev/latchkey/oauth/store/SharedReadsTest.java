package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

  private final SharedReads<String, Integer> reads = new SharedReads<>();
  private final List<UniEmitter<? super Integer>> begun = new ArrayList<>();

  @Test
  void nobodyIsAnsweredByAReadThatBeganBefore() {
    // Given
    var early = read();
    var late = read();

    // When
    begun.get(0).complete(1);

    // Then
    early.assertItem(1);
    late.assertNotTerminated();
    assertThat(begun).hasSize(2);
  }

  @Test
  void allWhoWaitShareTheNextRead() {
    // Given
    read();
    var second = read();
    var third = read();
    begun.get(0).complete(1);

    // When
    begun.get(1).complete(2);

    // Then
    second.assertItem(2);
    third.assertItem(2);
    assertThat(begun).hasSize(2);
  }

  @Test
  void whoComesDuringTheNextReadWaitsForTheOneAfter() {
    // Given
    read();
    read();
    begun.get(0).complete(1);
    var late = read();

    // When
    begun.get(1).complete(2);
    begun.get(2).complete(3);

    // Then
    late.assertItem(3);
  }

  @Test
  void aFailureDoesNotReachThoseWhoWaitForTheNext() {
    // Given
    var early = read();
    var late = read();

    // When
    begun.get(0).fail(new IllegalStateException("away"));
    begun.get(1).complete(2);

    // Then
    early.assertFailedWith(IllegalStateException.class, "away");
    late.assertItem(2);
  }

  @Test
  void afterwardsNothingIsKept() {
    // Given
    read();
    begun.get(0).complete(1);

    // When
    var later = read();
    begun.get(1).complete(2);

    // Then
    later.assertItem(2);
  }

  private UniAssertSubscriber<Integer> read() {
    return reads
        .read("a", () -> Uni.createFrom().emitter(emitter -> begun.add(emitter)))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }
}
