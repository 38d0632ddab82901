package dev.latchkey.chaos.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All requests of a run. Written by many threads. */
public final class Timeline {

  private final List<Moment> moments = new ArrayList<>();
  private final List<Sent> open = new ArrayList<>();

  /**
   * A request goes out.
   *
   * @param hold for how long it asked to be held
   */
  public synchronized Sent send(Ask ask, long now, Duration hold) {
    var sent = new Sent(ask, now, hold.toNanos());
    open.add(sent);
    return sent;
  }

  /** Its answer has come, or was given up. */
  public synchronized void over(Sent sent, long now, Came came) {
    open.remove(sent);
    moments.add(new Moment(sent.ask, sent.when, now, came));
  }

  public synchronized int size() {
    return moments.size();
  }

  /**
   * Whether, by requests that were sent since then, everything has been served, and what was sent
   * in the last of these nanoseconds was served throughout. It is not while a request is open for
   * longer than that: what will come of it is not known.
   */
  public boolean isCalm(long since, long now, long calm) {
    var sent = sent(since, now);
    var lately = sent(Math.max(since, now - calm), now);
    return now - since >= calm
        && !hangs(now - calm)
        && lately.stream().noneMatch(moment -> moment.came().isTrouble())
        && Arrays.stream(Ask.values())
            .allMatch(
                ask ->
                    sent.stream()
                        .anyMatch(moment -> moment.ask() == ask && !moment.came().isTrouble()));
  }

  /** From the end of a fault to when the last request was sent that came to trouble. */
  public Duration recovery(long ended, long until) {
    return Duration.ofNanos(
        lastTrouble(ended, until).map(moment -> moment.sent() - ended).orElse(0L));
  }

  /** The last request that was sent in this time and came to trouble. */
  public Optional<Moment> lastTrouble(long from, long until) {
    return sent(from, until).stream()
        .filter(moment -> moment.came().isTrouble())
        .max(Comparator.comparingLong(Moment::sent));
  }

  /** The longest time in which nobody was served who asked for the same. */
  public Duration longestGap(long from, long until) {
    var longest = 0L;
    for (var ask : Ask.values()) {
      var last = from;
      for (var over : servedAt(ask, from, until)) {
        longest = Math.max(longest, over - last);
        last = over;
      }
      longest = Math.max(longest, until - last);
    }
    return Duration.ofNanos(longest);
  }

  /** How many requests came to what, of those that were sent or answered within that time. */
  public Map<Came, Integer> counts(long from, long until) {
    var counts = new EnumMap<Came, Integer>(Came.class);
    for (var moment : all()) {
      if (moment.over() >= from && moment.sent() <= until) {
        counts.merge(moment.came(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private synchronized boolean hangs(long since) {
    return open.stream().anyMatch(sent -> sent.when + sent.hold < since);
  }

  private List<Moment> sent(long from, long until) {
    return all().stream()
        .filter(moment -> moment.sent() >= from && moment.sent() <= until)
        .toList();
  }

  private List<Long> servedAt(Ask ask, long from, long until) {
    return all().stream()
        .filter(moment -> moment.ask() == ask && !moment.came().isTrouble())
        .map(Moment::over)
        .filter(over -> over >= from && over <= until)
        .sorted()
        .toList();
  }

  private synchronized List<Moment> all() {
    return List.copyOf(moments);
  }

  /** A request that is not over; two of the same moment are two. */
  public static final class Sent {

    private final Ask ask;
    private final long when;
    private final long hold;

    private Sent(Ask ask, long when, long hold) {
      this.ask = ask;
      this.when = when;
      this.hold = hold;
    }
  }
}
