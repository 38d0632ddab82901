package dev.latchkey.oauth.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverloadTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final int FIRST_REQUESTS = 250;

  private final Overload overload =
      new Overload(VERTX, Settings.of(Map.of("latchkey.overload.in-flight", "3")));
  private final Overload roomy =
      new Overload(VERTX, Settings.of(Map.of("latchkey.overload.in-flight", "1000000")));

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    overload.stop();
    roomy.stop();
  }

  @Test
  void theDefaultsAreThese() {
    // When
    var config = Settings.of(Map.of());

    // Then
    assertThat(config.inFlight()).isEqualTo(1_000);
    assertThat(config.lag()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void aLagThatCannotBeMeasuredIsRefusedAtStart() {
    // Given
    var config = Settings.of(Map.of("latchkey.overload.lag", "4ms"));

    // Then
    assertThatThrownBy(() -> Overload.check(config)).hasMessageContaining("latchkey.overload.lag");
  }

  @Test
  void noPlaceAtAllIsRefusedAtStart() {
    // Given
    var config = Settings.of(Map.of("latchkey.overload.in-flight", "0"));

    // Then
    assertThatThrownBy(() -> Overload.check(config))
        .hasMessageContaining("latchkey.overload.in-flight");
  }

  @Test
  void asManyAsThereArePlacesAreLetIn() {
    // When
    var letIn = IntStream.range(0, 10).filter(request -> overload.tryEnter() != null).count();

    // Then
    assertThat(letIn).isEqualTo(3);
  }

  @Test
  void aPlaceThatIsGivenBackIsFree() {
    // Given
    var first = Objects.requireNonNull(overload.tryEnter());
    IntStream.range(0, 10).forEach(request -> overload.tryEnter());
    first.leave();
    first.leave();

    // When
    var letIn = IntStream.range(0, 10).filter(request -> overload.tryEnter() != null).count();

    // Then
    assertThat(letIn).isEqualTo(1);
  }

  @Test
  void thePressureIsAtLeastTheShareOfThePlacesThatAreTaken() {
    // Given
    overload.tryEnter();
    overload.tryEnter();

    // When
    var pressure = overload.pressure();

    // Then
    assertThat(pressure).isEqualTo(2.0 / 3, within(0.01));
  }

  @Test
  void whileAnEventLoopIsLateItSendsSomeAwayAndServesAllOfThemAfterwards() {
    // Given
    var loop = VERTX.getOrCreateContext();
    letIn(loop, FIRST_REQUESTS);

    // When
    keepBusy(loop, Duration.ofSeconds(2));
    var duringIt = letIn(loop, 1_000);

    // Then
    assertThat(duringIt).isBetween(1, 900);
    keepBusy(loop, Duration.ZERO);
    await().atMost(Duration.ofSeconds(10)).until(() -> letIn(loop, 1_000) == 1_000);
  }

  @Test
  void theFirstRequestsOfAStartAreLetInHoweverLateTheLoop() {
    // Given
    var loop = VERTX.getOrCreateContext();
    keepBusy(loop, Duration.ofSeconds(1));

    // When
    var letIn = letIn(loop, FIRST_REQUESTS);

    // Then
    assertThat(letIn).isEqualTo(FIRST_REQUESTS);
  }

  /** How many of so many requests are let in, when they come on that event loop. */
  private int letIn(Context loop, int requests) {
    var answer = new CompletableFuture<Integer>();
    loop.runOnContext(
        there ->
            answer.complete(
                (int) IntStream.range(0, requests).filter(r -> roomy.tryEnter() != null).count()));
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Gives the loop pieces of work that take longer than it may be late. */
  private static void keepBusy(Context loop, Duration time) {
    var done = new CompletableFuture<Void>();
    work(loop, System.nanoTime() + time.toNanos(), done);
    done.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static void work(Context loop, long until, CompletableFuture<Void> done) {
    loop.runOnContext(
        there -> {
          if (System.nanoTime() - until >= 0) {
            done.complete(null);
            return;
          }
          var piece = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
          while (System.nanoTime() - piece < 0) {
            Thread.onSpinWait();
          }
          // With a turn for what else there is, as between requests.
          VERTX.setTimer(1, next -> work(loop, until, done));
        });
  }
}
