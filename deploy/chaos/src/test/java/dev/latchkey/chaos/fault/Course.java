package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Moment;
import dev.latchkey.chaos.fault.Fault.Counted;
import dev.latchkey.chaos.load.Failovers;
import dev.latchkey.chaos.load.Pause;
import dev.latchkey.chaos.stand.Stand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One fault after another, each when the one before is over and all is well. */
public final class Course {

  private static final Duration CALM = Duration.ofMillis(1_200);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** After the stated time, before the next fault comes all the same. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Books books;
  private final Pause pause;
  private final Failovers failovers;
  private final Random random;
  private final Faults faults;
  private final List<Strike> strikes = new ArrayList<>();

  public Course(Stand stand, Books books, Pause pause, Failovers failovers, long seed) {
    this.books = books;
    this.pause = pause;
    this.failovers = failovers;
    this.random = new Random(seed);
    this.faults = new Faults(stand, random);
  }

  /** Waits until everything is served that can be asked for. */
  public void awaitCalm() {
    var since = System.nanoTime();
    Awaitility.await("all is well")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(LOOK_AGAIN)
        .until(() -> books.timeline().isCalm(since, System.nanoTime(), CALM.toNanos()));
  }

  /** Each of the few once. */
  public List<Strike> few(String only) throws Exception {
    return round(faults.few(), only, Long.MAX_VALUE);
  }

  /** All of them, each once at least, and again until the time is over. */
  public List<Strike> all(Duration time, String only) throws Exception {
    var end = System.nanoTime() + time.toNanos();
    round(faults.all(), only, Long.MAX_VALUE);
    while (System.nanoTime() < end) {
      round(faults.all(), only, end);
    }
    return List.copyOf(strikes);
  }

  private List<Strike> round(List<Fault> some, String only, long end) throws Exception {
    var order = new ArrayList<>(some);
    order.removeIf(fault -> !fault.name().contains(only));
    if (order.isEmpty()) {
      throw new IllegalArgumentException("no fault's name holds " + only);
    }
    Collections.shuffle(order, random);
    for (var fault : order) {
      if (System.nanoTime() < end) {
        strike(fault);
      }
    }
    return List.copyOf(strikes);
  }

  private void strike(Fault fault) throws Exception {
    if (fault.failover()) {
      failovers.mark(true);
    }
    var began = System.nanoTime();
    var undo = fault.harm().begin();
    var ended = System.nanoTime();
    pause.pass(fault.lasts());
    undo.undo();
    if (fault.counted() == Counted.FROM_ITS_END) {
      ended = System.nanoTime();
    }
    var well = isWell(ended, fault);
    var until = System.nanoTime();
    if (fault.failover()) {
      failovers.mark(false);
    }
    var timeline = books.timeline();
    var recovery = timeline.recovery(ended, until);
    var strike =
        new Strike(
            fault.name(),
            timeline.counts(began, until),
            timeline.longestGap(began, until),
            recovery,
            fault.limit(),
            well && recovery.compareTo(fault.limit()) <= 0);
    strikes.add(strike);
    if (!strike.recovered()) {
      books.offend(
          "%s: not well %s after its end, at last %s"
              .formatted(
                  fault.name(),
                  well ? recovery : Duration.ofNanos(until - ended),
                  timeline.lastTrouble(ended, until).map(Moment::what).orElse("nobody asked")));
    }
    System.out.printf(
        Locale.ROOT,
        "  %-52s %5.1f s, gap %4.1f s, well after %4.1f s  %s%n",
        fault.name(),
        (until - began) / 1e9,
        strike.gap().toNanos() / 1e9,
        recovery.toNanos() / 1e9,
        strike.counts());
  }

  private boolean isWell(long ended, Fault fault) {
    try {
      Awaitility.await()
          .atMost(fault.limit().plus(GRACE))
          .pollInterval(LOOK_AGAIN)
          .until(() -> isOver(ended, fault));
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private boolean isOver(long ended, Fault fault) {
    var now = System.nanoTime();
    return now - ended >= fault.smoulders().toNanos()
        && books.timeline().isCalm(ended, now, CALM.toNanos());
  }
}
