package dev.latchkey.e2e;

import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Tv.Codes;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Devices that come one after the other: each starts, polls, is approved, gets its tokens and
 * refreshes them. Every second one has its poll held meanwhile.
 */
final class Journeys {

  private static final Map<String, String> HELD = Map.of("Prefer", "wait=10");
  private static final int MOST_POLLS = 3;
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Tv tv;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private volatile boolean over;

  Journeys(Tv tv) {
    this.tv = tv;
  }

  /**
   * So many lines of them, as long as the story goes on; returns when all have come to their end.
   */
  void goOn(int lines, Runnable story) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, lines)
              .mapToObj(line -> CompletableFuture.runAsync(() -> line(line % 2 == 0), threads))
              .toList();
      try {
        story.run();
      } finally {
        over = true;
      }
      all.forEach(CompletableFuture::join);
    }
  }

  /** What went otherwise than it does on a quiet day. */
  Queue<Throwable> failures() {
    return failures;
  }

  int completed() {
    return completed.get();
  }

  /** Polls that were held before they were answered. */
  int held() {
    return held.get();
  }

  private void line(boolean held) {
    var person = Phone.ofAlice();
    while (!over) {
      try {
        travel(person, held);
        completed.incrementAndGet();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e);
      }
    }
  }

  private void travel(Phone person, boolean held) {
    var codes = tv.start();
    var tokens = held ? whilePollIsHeld(person, codes) : betweenPolls(person, codes);
    var refreshed = tv.refresh(tokens.refreshToken());
    if (!refreshed.hasTokens()) {
      throw new AssertionError("a refresh was answered " + refreshed);
    }
  }

  private Answer betweenPolls(Phone person, Codes codes) {
    expectPending(tv.poll(codes));
    person.approve(codes.completePage());
    return expectTokens(tv.poll(codes));
  }

  /** One that is told to come again, by a replica that leaves, does so at the interval. */
  private Answer whilePollIsHeld(Phone person, Codes codes) {
    var poll = CompletableFuture.supplyAsync(() -> hold(codes), Thread::startVirtualThread);
    person.approve(codes.completePage());
    var answer = poll.join();
    for (var polls = 1; !answer.hasTokens() && polls < MOST_POLLS; polls++) {
      expectPending(answer);
      // From the end of the poll: so it is longer than it need be.
      answer = await().pollDelay(INTERVAL).until(() -> hold(codes), any -> true);
    }
    return expectTokens(answer);
  }

  private Answer hold(Codes codes) {
    var answer = tv.wire().post(Tv.TOKEN, Tv.pollForm(codes, Tv.CLIENT), HELD);
    if (answer.headers().firstValue("Preference-Applied").isPresent()) {
      held.incrementAndGet();
    }
    return answer;
  }

  private static void expectPending(Answer answer) {
    if (!answer.error().equals("authorization_pending")) {
      throw new AssertionError("a poll was answered " + answer);
    }
  }

  private static Answer expectTokens(Answer answer) {
    if (!answer.hasTokens()) {
      throw new AssertionError("the poll after the approval was answered " + answer);
    }
    return answer;
  }
}
