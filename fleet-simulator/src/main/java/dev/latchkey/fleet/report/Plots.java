package dev.latchkey.fleet.report;

import dev.latchkey.fleet.report.Line.Point;
import dev.latchkey.fleet.report.Plot.Axis;
import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Latencies;
import dev.latchkey.fleet.statistics.Second;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The plots of a run. */
final class Plots {

  private static final double MOST = 99.99;
  private static final double[] PERCENTS = percents();

  private final Result result;
  private final List<Second> seconds;
  private final Axis time;

  Plots(Result result) {
    this.result = result;
    // What is left after the last whole second is no rate.
    this.seconds =
        result.seconds().size() > 1
            ? result.seconds().subList(0, result.seconds().size() - 1)
            : result.seconds();
    var end = seconds.isEmpty() ? 1 : seconds.getLast().at();
    this.time = new Axis("seconds of the run", new Scale.Linear(Math.max(end, 1)), Plots::plain);
  }

  List<Plot> all() {
    return List.of(latency(), percentiles(), answers(), devices(), pressure());
  }

  private Plot latency() {
    var lines =
        List.of(
            where("median", Second::p50), where("p99", Second::p99), where("longest", Second::max));
    return new Plot(
        "Latency.",
        "Starts, polls and refreshes by the second of their answer, from when they were due."
            + " Where none was answered there is a gap.",
        time,
        logarithmic(lines),
        lines);
  }

  private Plot percentiles() {
    var lines = new ArrayList<Line>();
    for (var kind : Kind.values()) {
      var total = new Latencies();
      for (var phase = 0; phase < result.phases().list().size(); phase++) {
        result.ledger().find(phase, kind).ifPresent(cell -> total.add(cell.latency()));
      }
      if (total.count() > 0) {
        lines.add(
            Line.broken(
                kind.label(),
                Arrays.stream(PERCENTS).boxed().toList(),
                percent -> percent,
                total::percentile));
      }
    }
    return new Plot(
        "Latency by percentile.",
        "All phases together; each further nine is as wide as the one before.",
        new Axis("percent of requests", new Scale.Nines(MOST), Plots::plain),
        logarithmic(lines),
        lines);
  }

  private Plot answers() {
    var lines = new ArrayList<Line>();
    for (var kind : Kind.values()) {
      var line = over(kind.label(), second -> second.answered().getOrDefault(kind, 0L));
      if (line.top() > 0) {
        lines.add(line);
      }
    }
    return linear("Answers a second.", "By kind of request.", "answers", lines);
  }

  private Plot devices() {
    return linear(
        "Devices.",
        "Where they are at the end of each second.",
        "devices",
        List.of(
            over("starting", second -> second.census().starting()),
            over("polling", second -> second.census().polling()),
            over("linked", second -> second.census().linked()),
            over("ended", second -> second.census().ended())));
  }

  private Plot pressure() {
    return linear(
        "Pressure.",
        "In flight: sent and unanswered. Queued: due, but all of the simulator's connections are busy."
            + " Failed: refused for overload, silent, or outside the specifications; and pages and"
            + " decisions that came to nothing.",
        "requests",
        List.of(
            over("in flight", second -> second.census().inFlight()),
            over("queued", second -> second.census().queued()),
            over("failed in that second", Second::failed)));
  }

  private Line over(String name, ToDoubleFunction<Second> value) {
    return where(name, second -> OptionalDouble.of(value.applyAsDouble(second)));
  }

  private Line where(String name, Function<Second, OptionalDouble> value) {
    return Line.broken(name, seconds, Second::at, value);
  }

  private Plot linear(String title, String meaning, String counted, List<Line> lines) {
    var top = lines.stream().mapToDouble(Line::top).max().orElse(0);
    var axis = new Axis(counted, Scale.Linear.to(top), Plots::plain);
    return new Plot(title, meaning, time, axis, lines);
  }

  private static Axis logarithmic(List<Line> lines) {
    var all = lines.stream().flatMap(line -> line.points()).mapToDouble(Point::y).toArray();
    var lowest = Arrays.stream(all).filter(value -> value > 0).min().orElse(0.1);
    var highest = Arrays.stream(all).max().orElse(1);
    return new Axis(
        "time until the answer", Scale.Logarithmic.over(lowest, highest), Figures::time);
  }

  private static String plain(double value) {
    return value >= 1_000 ? Figures.count(Math.round(value)) : trimmed(value);
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static double[] percents() {
    var steps = 120;
    var percents = new double[steps + 1];
    for (var i = 0; i <= steps; i++) {
      // The inverse of the scale: evenly spread over the width.
      percents[i] = 100 - 100 * Math.pow(10, -4.0 * i / steps);
    }
    return percents;
  }
}
