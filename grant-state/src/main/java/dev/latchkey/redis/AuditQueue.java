package dev.latchkey.redis;

import dev.latchkey.audit.AuditStream.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Audit events that Redis has not got yet, from any thread, and what has become of the others. */
final class AuditQueue {

  /** Some megabytes; half a minute of a busy pod. */
  static final int MOST_WAITING = 8_192;

  /** An outage that goes on with a little room now and then is one outage. */
  private static final int FEW = MOST_WAITING / 8;

  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  /** Those in the queue, and those that are being sent. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final AtomicBoolean claimed = new AtomicBoolean();
  private final AtomicLong untold = new AtomicLong();
  private final LongAdder appended = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile boolean flowing = true;

  /** Whether there was a place. */
  boolean add(String event) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      lost.increment();
      untold.incrementAndGet();
      return false;
    }
    events.add(event);
    return true;
  }

  /** Whether the caller has to see to it that the events are sent, as nobody else does. */
  boolean claim() {
    return !claimed.get() && claimed.compareAndSet(false, true);
  }

  /** Whether whoever has claimed it may rest: not if somebody has just come, and relies on it. */
  boolean release() {
    claimed.set(false);
    return events.isEmpty() || !claim();
  }

  /** Takes the oldest out of the queue; they keep their places. */
  List<String> next(int most) {
    var next = new ArrayList<String>();
    while (next.size() < most) {
      var event = events.poll();
      if (event == null) {
        break;
      }
      next.add(event);
    }
    return List.copyOf(next);
  }

  void appended(int count) {
    waiting.addAndGet(-count);
    appended.add(count);
  }

  void failed() {
    failures.increment();
  }

  /** Redis takes no events; whether it did before. */
  boolean stops() {
    var before = flowing;
    flowing = false;
    return before;
  }

  /** Redis takes events, and few are left of those that waited; whether it did not before. */
  boolean flows() {
    if (flowing || waiting.get() > FEW) {
      return false;
    }
    flowing = true;
    return true;
  }

  /** With room for the caller to say so. */
  long takeLost() {
    return untold.get() > 0 && flowing && waiting.get() < MOST_WAITING / 2
        ? untold.getAndSet(0)
        : 0;
  }

  Tally tally() {
    return new Tally(appended.sum(), lost.sum(), failures.sum(), waiting.get());
  }
}
