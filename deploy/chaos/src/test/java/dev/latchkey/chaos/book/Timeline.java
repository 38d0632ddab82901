package dev.latchkey.chaos.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All requests of a run. Written by many threads. */
public final class Timeline {

  private final List<Moment> moments = new ArrayList<>();

  public synchronized void add(Moment moment) {
    moments.add(moment);
  }

  public synchronized int size() {
    return moments.size();
  }

  /**
   * Whether, by requests that were sent since then, everything has been served, and what was sent
   * in the last of these nanoseconds was served throughout.
   */
  public boolean isCalm(long since, long now, long calm) {
    var sent = sent(since, now);
    var lately = sent(Math.max(since, now - calm), now);
    return now - since >= calm
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
        sent(ended, until).stream()
            .filter(moment -> moment.came().isTrouble())
            .mapToLong(moment -> moment.sent() - ended)
            .max()
            .orElse(0));
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
}
