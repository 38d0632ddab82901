package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

  private final SingleFlight<String, Integer> flights = new SingleFlight<>();
  private final List<UniEmitter<? super Integer>> begun = new ArrayList<>();

  @Test
  void whoComesWhileTheWorkIsUnderWaySharesIt() {
    // Given
    var first = join("a");
    var second = join("a");

    // When
    begun.getFirst().complete(1);

    // Then
    first.assertItem(1);
    second.assertItem(1);
    assertThat(begun).hasSize(1);
  }

  @Test
  void whoComesLaterBeginsAnew() {
    // Given
    join("a");
    begun.getFirst().complete(1);

    // When
    join("a");

    // Then
    assertThat(begun).hasSize(2);
  }

  @Test
  void aFailureIsForThoseWhoWaited() {
    // Given
    var failed = join("a");
    begun.getFirst().fail(new IllegalStateException("away"));

    // When
    var later = join("a");
    begun.getLast().complete(2);

    // Then
    failed.assertFailedWith(IllegalStateException.class, "away");
    later.assertItem(2);
  }

  @Test
  void otherKeysAreOtherWork() {
    // When
    join("a");
    join("b");

    // Then
    assertThat(begun).hasSize(2);
  }

  private UniAssertSubscriber<Integer> join(String key) {
    return flights
        .join(key, () -> Uni.createFrom().emitter(emitter -> begun.add(emitter)))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }
}
