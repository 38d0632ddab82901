package dev.latchkey.e2e;

import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Tv.Codes;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A device whose connections end at one replica, with nobody between who could choose another. It
 * polls on one of them at the interval, and has a poll of another grant held on the other.
 */
final class DirectDevice {

  private static final Map<String, String> HELD = Map.of("Prefer", "wait=30");

  /** A little more than a second, which is the interval. */
  private static final Duration PAUSE = Duration.ofMillis(1_100);

  private final Tv polling;
  private final Tv waiting;
  private final Codes polled;
  private final Codes held;
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private final CompletableFuture<List<Answer>> sentAway = new CompletableFuture<>();
  private CompletableFuture<Answer> answer = new CompletableFuture<>();

  /**
   * @param tv where it starts
   * @param replica where it polls
   */
  DirectDevice(Tv tv, URI replica) {
    polled = tv.start();
    held = tv.start();
    polling = tv.at(replica);
    waiting = tv.at(replica);
  }

  /** Returns when it has polled and the other poll is held. */
  void begin(ScheduledExecutorService clock, RedisStore redis) {
    answer = CompletableFuture.supplyAsync(this::hold, Thread::startVirtualThread);
    var polls =
        clock.scheduleWithFixedDelay(this::poll, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    var unused = sentAway.whenComplete((done, failed) -> polls.cancel(false));
    var grant = new DeviceCode(held.deviceCode());
    await()
        .until(
            () -> !answers.isEmpty() && StoredGrant.read(redis, grant).containsKey("next_poll_at"));
  }

  /** The answer to the poll that is held. */
  CompletableFuture<Answer> held() {
    return answer;
  }

  /** Those to the others, up to the one that says that no other follows on this connection. */
  CompletableFuture<List<Answer>> polled() {
    return sentAway;
  }

  private Answer hold() {
    return waiting.wire().post(Tv.TOKEN, Tv.pollForm(held, Tv.CLIENT), HELD);
  }

  private void poll() {
    try {
      var next = polling.poll(polled);
      answers.add(next);
      if (next.isTheLast()) {
        sentAway.complete(List.copyOf(answers));
      }
    } catch (RuntimeException | AssertionError e) {
      sentAway.completeExceptionally(e);
    }
  }
}
