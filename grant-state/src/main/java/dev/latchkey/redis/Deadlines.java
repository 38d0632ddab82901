package dev.latchkey.redis;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what takes too long. All have the same time, so the oldest is always the next: one timer
 * looks after thousands of calls, where one for each would cost as much as the call.
 */
final class Deadlines {

  /** By so much a deadline may be missed. */
  private static final long PRECISION_MILLIS = 25;

  private final EventLoop loop;
  private final long nanos;
  private final Runnable late;
  private final Queue<Deadline> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean watching = new AtomicBoolean();

  /**
   * For all calls of one kind.
   *
   * @param late run on the loop whenever one has failed for its time
   */
  Deadlines(EventLoop loop, Duration time, Runnable late) {
    this.loop = loop;
    this.nanos = time.toNanos();
    this.late = late;
  }

  /** From now on it has so long; then it fails with a {@link TimeoutException}. */
  void watch(Promise<?> call) {
    waiting.add(new Deadline(call, call.future(), System.nanoTime() + nanos));
    if (!watching.get() && watching.compareAndSet(false, true)) {
      lookSoon();
    }
  }

  private void lookSoon() {
    var unused = loop.schedule(this::sweep, PRECISION_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    var now = System.nanoTime();
    var next = waiting.peek();
    while (next != null && (next.isOver() || next.isPast(now))) {
      waiting.remove();
      if (next.end(nanos)) {
        late.run();
      }
      next = waiting.peek();
    }
    if (next != null) {
      lookSoon();
      return;
    }
    watching.set(false);
    // Somebody may have come since, and have seen that it was watched.
    if (!waiting.isEmpty() && watching.compareAndSet(false, true)) {
      lookSoon();
    }
  }

  private record Deadline(Promise<?> call, Future<?> outcome, long at) {

    boolean isOver() {
      return outcome.isComplete();
    }

    boolean isPast(long now) {
      return now - at >= 0;
    }

    /** Whether it was not over before. */
    boolean end(long nanos) {
      return !isOver()
          && call.tryFail(
              new TimeoutException(
                  "no answer within " + Duration.ofNanos(nanos).toMillis() + " ms"));
    }
  }
}
