package dev.latchkey.fleet.report;

import dev.latchkey.fleet.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The end of a run on a terminal. */
public final class TextReport {

  private static final String ROW = "  %-9s %-10s %9s %10s %10s %10s %10s %10s %10s%n";

  private TextReport() {}

  /** Some lines, each with its end. */
  public static String of(Result result) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%s: %s devices, %.0f s%s%n%n",
            result.plan().scenario().label(),
            Figures.count(result.plan().devices()),
            result.end() / 1e9,
            result.interrupted() ? ", interrupted" : ""));
    text.append(
        ROW.formatted(
            "phase", "request", "a second", "p50", "p90", "p99", "p99.9", "max", "count"));
    var rows = Row.of(result);
    for (var row : rows) {
      text.append(line(row));
    }
    text.append(
        "%n  Times count from when a request was due, not from when it could be sent.%n%n"
            .formatted());
    rows.forEach(row -> text.append(answers(row)));
    section(text, "devices ended", endings(result));
    section(text, "what failed", Troubles.of(result));
    section(text, "worth knowing", counted(result.ledger().remarks()));
    section(text, "SURPRISES, outside RFC 8628", counted(result.ledger().surprises()));
    return text.toString();
  }

  private static String line(Row row) {
    var latency = row.cell().latency();
    return ROW.formatted(
        row.phase(),
        row.kind().label(),
        Figures.rate(row.perSecond()),
        Figures.percentile(latency, 50),
        Figures.percentile(latency, 90),
        Figures.percentile(latency, 99),
        Figures.percentile(latency, 99.9),
        Figures.longest(latency),
        Figures.count(row.cell().count()));
  }

  private static String answers(Row row) {
    var all =
        row.cell().outcomes().entrySet().stream()
            .map(entry -> entry.getKey().label() + ": " + Figures.count(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "  %-9s %-10s %s%n".formatted(row.phase(), row.kind().label(), all);
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("%n  %s%n".formatted(title));
      lines.forEach(line -> text.append("    %s%n".formatted(line)));
    }
  }

  private static List<String> endings(Result result) {
    var lines = new ArrayList<String>();
    result
        .endings()
        .forEach((ending, times) -> lines.add(Figures.count(times) + "  " + ending.words()));
    return lines;
  }

  private static List<String> counted(SortedMap<String, Long> map) {
    return map.entrySet().stream()
        .map(entry -> Figures.count(entry.getValue()) + "  " + entry.getKey())
        .toList();
  }
}
