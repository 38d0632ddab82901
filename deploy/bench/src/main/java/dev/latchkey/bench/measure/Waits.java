package dev.latchkey.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Latency of polls at parts of the capacity, when they do not wait for the server. */
public record Waits(Rounds rounds) {

  private static final List<Double> SHARES = List.of(0.1, 0.3, 0.5, 0.7);
  private static final List<Subject> POLLS = List.of(Subject.BARE_VERTX, Subject.POLL);

  /** Enough for whatever is due while a server stands still for a few milliseconds. */
  private static final int CONNECTIONS = 256;

  /**
   * Measures our polls, and those of the bare server at the same parts of its own capacity: what
   * the machine itself makes wait is in both.
   *
   * @param costs what they cost when the server was kept busy; the rates there are the capacities
   * @param time of each turn
   */
  public List<Latency> measure(
      Map<Subject, Work> works, Map<Subject, Series> costs, Duration time, int times) {
    var waits = new ArrayList<Latency>();
    for (var share : SHARES) {
      var paced = new EnumMap<Subject, Work>(Subject.class);
      for (var subject : POLLS) {
        var work = Rounds.take(works, subject);
        var rate = share * Rounds.take(costs, subject).spread(Sample::rate).median();
        var requests = Math.max(1, Math.round(rate * time.toSeconds()));
        var order = work.order().time(Grants.LONGEST).paced(requests, rate, CONNECTIONS);
        paced.put(subject, work.with(order));
      }
      rounds
          .measure(paced, times)
          .forEach((subject, series) -> waits.add(new Latency(subject, share, series)));
    }
    return List.copyOf(waits);
  }
}
