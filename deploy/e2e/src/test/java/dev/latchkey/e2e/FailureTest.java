package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Tv.Codes;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes stopped, killed and frozen under a running system. */
@ExtendWith(Latchkey.class)
@Isolated
class FailureTest {

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @AfterEach
  void everythingRunsAgain(LocalSystem system) {
    for (var part : List.of(Part.REDIS, Part.POSTGRES, Part.TOKEN)) {
      if (system.part(part).isRunning()) {
        system.part(part).thaw();
      } else {
        system.part(part).start();
      }
    }
  }

  @Test
  void killingTheServiceBetweenClaimAndFenceLosesNothing(LocalSystem system, Tv tv) {
    // Given: a poll that holds its claim and waits for a PostgreSQL that does not answer.
    var codes = approved(tv);
    tv.poll(tv.start());
    system.part(Part.POSTGRES).freeze();
    var doomed = tv.pollLater(codes);
    await()
        .atMost(Duration.ofSeconds(3))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> codes.stateIn(system).equals("CLAIMED"));

    // When
    system.part(Part.TOKEN).kill();
    system.part(Part.POSTGRES).thaw();
    system.part(Part.TOKEN).start();

    // Then
    assertThat(failed(doomed)).isTrue();
    assertThat(untilTokens(tv, codes).hasTokens()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIS", "POSTGRES"})
  void aFrozenStoreIsAnsweredInTimeAndForgotten(Part store, LocalSystem system, Tv tv) {
    // Given
    var codes = approved(tv);
    system.part(store).freeze();

    // When
    var started = System.nanoTime();
    var polled = tv.poll(codes);
    var took = Duration.ofNanos(System.nanoTime() - started);
    var page = Phone.ofAlice().open(codes.completePage()).statusCode();

    // Then
    system.part(store).thaw();
    isToldToSlowDown(polled);
    assertThat(took).isLessThan(Duration.ofSeconds(8));
    // A page needs Redis, but no SQL until somebody signs in.
    assertThat(page).isEqualTo(store == Part.REDIS ? 503 : 410);
    assertThat(untilTokens(tv, codes).hasTokens()).isTrue();
  }

  @Test
  void aRestartedPostgresqlIsForgotten(LocalSystem system, Tv tv) {
    // Given
    var codes = approved(tv);
    system.part(Part.POSTGRES).stop();

    // When
    var polled = tv.poll(codes);

    // Then
    system.part(Part.POSTGRES).start();
    isToldToSlowDown(polled);
    assertThat(untilTokens(tv, codes).hasTokens()).isTrue();
  }

  @Test
  void aRestartedRedisIsForgotten(LocalSystem system, Tv tv) {
    // Given
    var lost = tv.start();
    system.part(Part.REDIS).stop();

    // When
    var polled = tv.poll(lost);

    // Then
    system.part(Part.REDIS).start();
    isToldToSlowDown(polled);
    await()
        .atMost(RECOVERY)
        .untilAsserted(() -> assertThat(untilTokens(tv, approved(tv)).hasTokens()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIS", "POSTGRES"})
  void aRestartUnderLoadIsAnsweredWithinTheProtocol(Part store, LocalSystem system, Tv tv) {
    // Given
    var pending = tv.start();
    var answers = new ConcurrentLinkedQueue<Answer>();
    var over = new AtomicBoolean();
    var devices =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (!over.get()) {
                            answers.add(tv.ask());
                            answers.add(tv.poll(pending));
                          }
                        },
                        Thread::startVirtualThread))
            .limit(8)
            .toList();
    await().atMost(RECOVERY).until(() -> answers.size() > 100);

    // When
    system.part(store).stop();
    // Without PostgreSQL, views of at most 10 s go on serving.
    await()
        .atMost(RECOVERY)
        .until(() -> answers.stream().anyMatch(answer -> answer.status() == 503));
    system.part(store).start();
    await().atMost(RECOVERY).until(() -> tv.ask().status() == 200);

    // Then
    over.set(true);
    devices.forEach(CompletableFuture::join);
    assertThat(answers).extracting(Answer::status).containsOnly(200, 400, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 503)
        .allMatch(Answer::retryAfter)
        .extracting(Answer::error)
        .isSubsetOf("slow_down", "temporarily_unavailable");
  }

  private static void isToldToSlowDown(Answer polled) {
    assertThat(polled.status()).isEqualTo(503);
    assertThat(polled.error()).isEqualTo("slow_down");
    assertThat(polled.retryAfter()).isTrue();
  }

  private static Codes approved(Tv tv) {
    var codes = tv.start();
    Phone.ofAlice().approve(codes.completePage());
    return codes;
  }

  private static Answer untilTokens(Tv tv, Codes codes) {
    return await()
        .atMost(RECOVERY)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> tv.poll(codes), Answer::hasTokens);
  }

  private static boolean failed(CompletableFuture<Answer> poll) {
    try {
      return !poll.join().hasTokens();
    } catch (CompletionException e) {
      return true;
    }
  }
}
