package dev.latchkey.token.impatient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.GrantNews;
import dev.latchkey.grant.PollOutcome;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.grant.PollOutcome.SlowDown;
import dev.latchkey.grant.PollOutcome.Waiting;
import dev.latchkey.grant.Proof;
import dev.latchkey.token.metrics.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** When Redis is asked, over time; {@link ImpatientDevicesTest} has what devices see of it. */
class ImpatienceTest {

  private static final ClientId TV = new ClientId("tv");
  private static final GrantId TELLY = new GrantId("telly");
  private static final Duration WINDOW = Duration.ofSeconds(40);

  private final Channel channel = new Channel();
  private Duration clock = Duration.ofDays(1);
  private PollOutcome redisSays = new SlowDown(Duration.ofSeconds(60), WINDOW);
  private int asked;

  private final ImpatientDevices devices = devices(Map.of());

  @Test
  void theDefaultsAreThese() {
    // When
    var config = ImpatientSettings.of(Map.of());

    // Then
    assertThat(config.after()).isEqualTo(5);
    assertThat(config.limit()).isEqualTo(10_000);
  }

  @Test
  void afterFiveInARowAndOneMoreLookRedisIsNotAsked() {
    // Given
    poll(6);

    // When
    var outcomes = poll(100);

    // Then
    assertThat(outcomes).containsOnly(redisSays);
    assertThat(asked).isEqualTo(6);
  }

  @Test
  void aPollInBetweenThatWasOnTimeBeginsTheCountAnew() {
    // Given
    poll(4);
    var tooEarly = redisSays;
    redisSays = Waiting.PENDING;
    poll(1);
    redisSays = tooEarly;

    // When
    poll(4);

    // Then
    assertThat(channel.listeners).isEmpty();
    assertThat(asked).isEqualTo(9);
  }

  @Test
  void redisIsAskedAgainAfterTenSecondsAtLast() {
    // Given
    poll(6);
    pass(Duration.ofMillis(9_900));
    poll(1);
    assertThat(asked).isEqualTo(6);

    // When
    pass(Duration.ofMillis(100));
    poll(5);

    // Then
    assertThat(asked).isEqualTo(7);
  }

  @Test
  void redisIsAskedAgainAsSoonAsTheWindowOpens() {
    // Given
    redisSays = new SlowDown(Duration.ofSeconds(60), Duration.ofSeconds(3));
    poll(6);
    redisSays = Waiting.PENDING;

    // When
    pass(Duration.ofSeconds(3));
    var outcome = poll(1);

    // Then
    assertThat(outcome).containsExactly(Waiting.PENDING);
    assertThat(channel.listeners).isEmpty();
  }

  @Test
  void newsAreFollowedByALookAtRedis() {
    // Given
    poll(50);
    redisSays = Refused.DENIED;

    // When
    channel.tell(GrantNews.News.CHANGED);
    var outcome = poll(1);

    // Then
    assertThat(outcome).containsExactly(Refused.DENIED);
  }

  @Test
  void whileNothingIsHeardRedisIsAsked() {
    // Given
    poll(6);
    channel.hears = false;

    // When
    poll(10);

    // Then
    assertThat(asked).isEqualTo(16);
  }

  @Test
  void whatWasAskedBeforeWeListenedIsNotRemembered() {
    // Given
    channel.answers = false;
    poll(8);
    pass(Duration.ofMillis(1));
    channel.answer();

    // When
    poll(3);

    // Then
    assertThat(asked).isEqualTo(9);
  }

  @Test
  void whoCannotListenAsksRedis() {
    // Given
    channel.broken = true;

    // When
    poll(100);

    // Then
    assertThat(asked).isEqualTo(100);
  }

  @Test
  void anotherClientAndAnotherProofAskRedisAndChangeNothing() {
    // Given
    poll(6);
    var tooEarly = redisSays;
    redisSays = Refused.UNKNOWN;

    // When
    var thief = poll(TELLY, new ClientId("thief"), Proof.NONE);
    var guess = poll(TELLY, TV, new Proof("challenge", null));

    // Then
    assertThat(List.of(thief, guess)).containsOnly(Refused.UNKNOWN);
    assertThat(poll(1)).containsExactly(tooEarly);
    assertThat(asked).isEqualTo(8);
  }

  @Test
  void whatIsBeyondTheLimitIsForgottenAndNotListenedTo() {
    // Given
    var few = devices(Map.of("latchkey.impatient.limit", "10"));

    // When
    for (var grant = 0; grant < 100; grant++) {
      for (var times = 0; times < 6; times++) {
        poll(few, new GrantId("grant" + grant), TV, Proof.NONE);
      }
    }

    // Then
    assertThat(channel.listeners).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void itCanBeSwitchedOff() {
    // Given
    var none = devices(Map.of("latchkey.impatient.after", "0"));

    // When
    for (var times = 0; times < 100; times++) {
      poll(none, TELLY, TV, Proof.NONE);
    }

    // Then
    assertThat(asked).isEqualTo(100);
  }

  private ImpatientDevices devices(Map<String, String> settings) {
    return new ImpatientDevices(
        channel,
        ImpatientSettings.of(settings),
        new Metrics(new SimpleMeterRegistry()),
        () -> clock.toNanos());
  }

  private void pass(Duration time) {
    clock = clock.plus(time);
  }

  private List<PollOutcome> poll(int times) {
    var outcomes = new ArrayList<PollOutcome>();
    for (var time = 0; time < times; time++) {
      outcomes.add(poll(TELLY, TV, Proof.NONE));
    }
    return outcomes;
  }

  private PollOutcome poll(GrantId grant, ClientId client, Proof proof) {
    return poll(devices, grant, client, proof);
  }

  private PollOutcome poll(ImpatientDevices among, GrantId grant, ClientId client, Proof proof) {
    return among
        .poll(
            grant,
            client,
            proof,
            () ->
                Uni.createFrom()
                    .item(
                        () -> {
                          asked++;
                          return redisSays;
                        }))
        .await()
        .atMost(Duration.ofSeconds(1));
  }

  /** Where news are told, as the test says. */
  private static final class Channel implements GrantNews {

    final List<Consumer<News>> listeners = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    boolean hears = true;
    boolean answers = true;
    boolean broken;

    @Override
    public Uni<Listening> listen(GrantId grant, Consumer<News> listener) {
      if (broken) {
        return Uni.createFrom().failure(new IllegalStateException("broken"));
      }
      return Uni.createFrom()
          .emitter(
              emitter -> {
                Runnable ready =
                    () -> {
                      listeners.add(listener);
                      emitter.complete(listening(listener));
                    };
                if (answers) {
                  ready.run();
                } else {
                  waiting.add(ready);
                }
              });
    }

    void answer() {
      waiting.forEach(Runnable::run);
    }

    void tell(News news) {
      List.copyOf(listeners).forEach(listener -> listener.accept(news));
    }

    private Listening listening(Consumer<News> listener) {
      return new Listening() {
        @Override
        public boolean hears() {
          return hears;
        }

        @Override
        public void close() {
          listeners.remove(listener);
        }
      };
    }
  }
}
