package dev.latchkey.bench.report;

import dev.latchkey.bench.load.Latencies;
import dev.latchkey.bench.measure.Findings;
import java.util.Map;

/** The generated parts of the page, by the names of their markers. */
record PageParts(Findings findings) {

  private static final String NOT_MEASURED = "Not measured this time.";
  private static final double GIGA = 1024.0 * 1024 * 1024;
  private static final double MEGA = 1024.0 * 1024;

  Map<String, String> all() {
    return Map.of(
        "machine", machine(),
        "goals", goals(),
        "cost", new CostTable(findings.series()).toString(),
        "start", start(),
        "latency", latency(),
        "growth", growth());
  }

  private String machine() {
    var machine = findings.machine();
    var table = new Table("", "");
    table.row("processor", machine.processor() + ", " + machine.cores() + " cores");
    table.row("memory", "%s GB".formatted(Figures.times(machine.memoryBytes() / GIGA)));
    table.row("kernel", machine.kernel());
    findings.software().forEach(table::row);
    findings.course().forEach((name, value) -> table.row(name, "`" + value + "`"));
    return table.toString();
  }

  private String goals() {
    var table = new Table("what", "goal", "measured", "");
    Goals.of(findings).forEach(goal -> goal.addTo(table));
    return table.toString();
  }

  private String latency() {
    if (findings.waits().isEmpty()) {
      return NOT_MEASURED;
    }
    var table =
        new Table("", "of the capacity", "a second", "p50, ms", "p99, ms", "p99.9, ms", "busy");
    var unexpected = new Unexpected();
    for (var latency : findings.waits()) {
      table.row(
          latency.subject().title(),
          Figures.percent(latency.share()),
          Figures.whole(latency.perSecond().median()),
          Figures.spread(latency.of(Latencies::p50), Figures::times),
          Figures.spread(latency.of(Latencies::p99), Figures::times),
          Figures.spread(latency.of(Latencies::p999), Figures::times),
          Figures.percent(latency.busy().median()));
      unexpected.add(
          "%s at %s".formatted(latency.subject().title(), Figures.percent(latency.share())),
          latency.series());
    }
    return table + "\n\n" + unexpected;
  }

  private String start() {
    var table = new Table("", "start to first answer, s", "memory after load, MB");
    findings
        .starts()
        .forEach(
            (server, start) ->
                table.row(
                    server,
                    Figures.spread(start, Figures::times),
                    Figures.whole(findings.memory().getOrDefault(server, 0L) / MEGA)));
    return table.toString();
  }

  private String growth() {
    if (findings.growth().isEmpty()) {
      return NOT_MEASURED;
    }
    var times = "x bare Vert.x";
    var table =
        new Table(
            "pending grants",
            "bare Vert.x",
            "poll",
            times,
            "issue codes",
            times,
            "bytes of Redis each");
    var unexpected = new Unexpected();
    for (var point : findings.growth()) {
      table.row(
          "%,d".formatted(point.pending()),
          Figures.spread(point.bareVertx().cost(), Figures::seconds),
          Figures.spread(point.poll().cost(), Figures::seconds),
          Figures.times(point.pollInBarePolls()),
          point.issue().stream()
              .map(sample -> Figures.seconds(sample.cost()))
              .findFirst()
              .orElse(""),
          point.issueInBarePolls().stream().mapToObj(Figures::times).findFirst().orElse(""),
          Figures.whole(point.bytes()));
      unexpected.add("poll with %,d".formatted(point.pending()), point.poll());
      unexpected.add("bare Vert.x with %,d".formatted(point.pending()), point.bareVertx());
    }
    return table + "\n\n" + unexpected;
  }
}
