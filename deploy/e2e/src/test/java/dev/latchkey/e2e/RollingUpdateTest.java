package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RedisStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every replica of every service is replaced under load, and no device notices. {@code make rolling
 * FROM=ref} does the same from another release to this one.
 */
@Isolated
class RollingUpdateTest {

  private static final Path HOME = Path.of(System.getProperty("latchkey.home"));
  private static final Path FROM =
      Path.of(System.getProperty("latchkey.rolling.from", HOME.toString()));

  private static final Duration EVERY_SECOND = Duration.ofSeconds(1);
  private static final int LINES = 4;

  @Test
  void noRequestIsLostWhileReplicasAreReplaced() throws Exception {
    try (var rollout = new Rollout(FROM, HOME);
        var clock = Executors.newScheduledThreadPool(2, Thread.ofVirtual().factory())) {
      // Given
      var tv = new Tv(rollout.url());
      var fleet = WaitingFleet.of(20, tv, Phone.ofAlice());
      var journeys = new Journeys(tv);
      var direct = new DirectDevice(tv, rollout.firstTokenService().url());
      var redis = RedisStore.at(rollout.redisUri());

      // When
      fleet.askEvery(
          EVERY_SECOND,
          () -> journeys.goOn(LINES, () -> rollout.replaceAll(() -> direct.begin(clock, redis))));

      // Then
      assertThat(fleet.failures()).isEmpty();
      assertThat(fleet.errors()).containsExactlyInAnyOrder("none", "authorization_pending");
      assertThat(journeys.failures()).isEmpty();
      assertThat(journeys.completed()).isGreaterThan(LINES);
      assertThat(journeys.held()).isGreaterThan(LINES);
      assertThat(now(direct.polled())).allMatch(RollingUpdateTest::isPending);
      assertThat(now(direct.held()))
          .matches(RollingUpdateTest::isPending)
          .matches(Answer::isTheLast);
      assertThat(rollout.replaced())
          .allSatisfy(
              log ->
                  assertThat(log)
                      .content(UTF_8)
                      .contains(" stopped in ")
                      .doesNotContain(" ERROR "));
    }
  }

  private static boolean isPending(Answer answer) {
    return answer.error().equals("authorization_pending");
  }

  /** What must be there by now. */
  private static <T> T now(CompletableFuture<T> answer) throws Exception {
    return answer.get(1, TimeUnit.SECONDS);
  }
}
