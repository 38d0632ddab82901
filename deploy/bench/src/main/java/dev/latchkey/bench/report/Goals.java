package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Latency;
import dev.latchkey.bench.measure.Series;
import dev.latchkey.bench.measure.Spread;
import dev.latchkey.bench.measure.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The goals of DESIGN section 8. */
final class Goals {

  private static final double POLL = 1.4;
  private static final double ISSUE = 2.5;
  private static final double REFRESH = 0.45;
  private static final double REFRESH_WITH_ID_TOKEN = 0.65;

  private static final double TAIL = 3;
  private static final double START_SECONDS = 2;
  private static final double MEGABYTES = 250;
  private static final double BYTES_PER_GRANT = 700;
  private static final double FLAT = 1.1;
  private static final double MEGA = 1024 * 1024;

  private Goals() {}

  static List<Goal> of(Findings findings) {
    var goals = new ArrayList<Goal>();
    var unit = findings.of(Subject.BARE_VERTX);
    var poll = findings.of(Subject.POLL);
    goals.add(ratio("poll", poll.times(unit), POLL));
    goals.add(ratio("issue codes", findings.of(Subject.ISSUE).times(unit), ISSUE));
    goals.add(cost("refresh", findings.of(Subject.REFRESH), REFRESH));
    goals.add(
        cost(
            "refresh with an ID token",
            findings.of(Subject.REFRESH_WITH_ID_TOKEN),
            REFRESH_WITH_ID_TOKEN));
    addLatency(goals, findings.waits());
    findings.starts().forEach((server, start) -> addStart(goals, server, start));
    findings.memory().forEach((server, bytes) -> addMemory(goals, server, bytes));
    addGrowth(goals, findings);
    return List.copyOf(goals);
  }

  /** What work may cost at most, in CPU seconds per 1,000, if a bare Vert.x poll costs that. */
  static OptionalDouble cost(Subject subject, double bareVertx) {
    return switch (subject) {
      case BARE_VERTX, BARE_REST -> OptionalDouble.empty();
      case POLL -> OptionalDouble.of(POLL * bareVertx);
      case ISSUE -> OptionalDouble.of(ISSUE * bareVertx);
      case REFRESH -> OptionalDouble.of(REFRESH);
      case REFRESH_WITH_ID_TOKEN -> OptionalDouble.of(REFRESH_WITH_ID_TOKEN);
    };
  }

  private static Goal ratio(String what, Spread times, double most) {
    return new Goal(what, times, most, " x a bare Vert.x poll", Figures::times);
  }

  private static Goal cost(String what, Series series, double most) {
    return new Goal(what, series.cost(), most, " CPU s per 1,000", Figures::seconds);
  }

  /** At the highest rate, which is 70 % of the capacity. */
  private static void addLatency(List<Goal> goals, List<Latency> waits) {
    waits.stream()
        .filter(latency -> latency.subject() == Subject.POLL)
        .max(Comparator.comparing(Latency::share))
        .ifPresent(
            highest ->
                goals.add(
                    new Goal(
                        "p99 of polls at %s of the capacity"
                            .formatted(Figures.percent(highest.share())),
                        highest.tail(),
                        TAIL,
                        " x p50",
                        Figures::times)));
  }

  private static void addStart(List<Goal> goals, String server, Spread start) {
    if (!isBaseline(server)) {
      var what = "start to first answer, " + server;
      goals.add(new Goal(what, start, START_SECONDS, " s", Figures::times));
    }
  }

  private static void addMemory(List<Goal> goals, String server, long bytes) {
    if (!isBaseline(server)) {
      var megabytes = Spread.of(List.of(bytes / MEGA));
      var what = "memory after load, " + server;
      goals.add(new Goal(what, megabytes, MEGABYTES, " MB", Figures::whole));
    }
  }

  private static boolean isBaseline(String server) {
    return server.startsWith("bare ");
  }

  /**
   * Flat: what it costs with the most grants is what it costs with the fewest, within a tenth, each
   * in polls of the bare server at that moment.
   */
  private static void addGrowth(List<Goal> goals, Findings findings) {
    var growth = findings.growth();
    if (growth.isEmpty()) {
      return;
    }
    var first = growth.getFirst();
    var last = growth.getLast();
    var polls = "poll with %,d pending, to %,d".formatted(last.pending(), first.pending());
    var flat = last.pollInBarePolls() / first.pollInBarePolls();
    goals.add(new Goal(polls, one(flat), FLAT, " x", Figures::times));
    var issues = growth.stream().filter(point -> !point.issue().isEmpty()).toList();
    if (issues.size() > 1) {
      var from = issues.getFirst();
      var to = issues.getLast();
      var ratio = to.issueInBarePolls().orElseThrow() / from.issueInBarePolls().orElseThrow();
      var codes = "issue codes with %,d pending, to %,d".formatted(to.pending(), from.pending());
      goals.add(new Goal(codes, one(ratio), FLAT, " x", Figures::times));
    }
    goals.add(
        new Goal(
            "Redis memory for a pending grant",
            one(last.bytes()),
            BYTES_PER_GRANT,
            " bytes",
            Figures::whole));
  }

  private static Spread one(double value) {
    return Spread.of(List.of(value));
  }
}
