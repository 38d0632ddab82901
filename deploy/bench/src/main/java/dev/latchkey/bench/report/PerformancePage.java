package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Growth;
import dev.latchkey.bench.measure.Spread;
import dev.latchkey.bench.measure.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Writes the page and its pictures. */
public final class PerformancePage {

  private static final String EMPTY = "/dev/latchkey/bench/performance.md";

  private PerformancePage() {}

  /**
   * Replaces what is generated, or writes a new page if there is none.
   *
   * @throws IllegalStateException if a part has lost its markers; then nothing is written
   */
  public static void write(Path page, Findings findings) throws IOException {
    var text = new MarkedText("bench", Files.exists(page) ? Files.readString(page) : empty());
    for (var part : new PageParts(findings).all().entrySet()) {
      text = text.with(part.getKey(), part.getValue());
    }
    var images = Files.createDirectories(page.resolveSibling("images"));
    Files.writeString(page, text.text());
    Files.writeString(images.resolve("performance-cost.svg"), cost(findings));
    if (!findings.growth().isEmpty()) {
      Files.writeString(images.resolve("performance-growth.svg"), growth(findings.growth()));
    }
  }

  private static String cost(Findings findings) {
    var plot = new BarPlot("CPU seconds per 1,000 requests, server and stores; red: the goal");
    var unit = findings.of(Subject.BARE_VERTX).cost().median();
    findings
        .series()
        .forEach(
            (subject, series) ->
                plot.bar(subject.title(), series.cost(), Goals.cost(subject, unit)));
    return plot.svg();
  }

  private static String growth(List<Growth.Point> growth) {
    var plot =
        new LinePlot("CPU seconds per 1,000 requests, by pending grants")
            .line("poll", dots(growth, point -> point.poll().cost()))
            .line("bare Vert.x", dots(growth, point -> point.bareVertx().cost()));
    var issued = growth.stream().filter(point -> !point.issue().isEmpty()).toList();
    return plot.line(
            "issue codes",
            dots(issued, point -> Spread.of(List.of(point.issue().getFirst().cost()))))
        .svg();
  }

  private static List<LinePlot.Dot> dots(
      List<Growth.Point> growth, Function<Growth.Point, Spread> figure) {
    return growth.stream()
        .map(point -> new LinePlot.Dot(point.pending(), figure.apply(point)))
        .toList();
  }

  private static String empty() throws IOException {
    try (var in = PerformancePage.class.getResourceAsStream(EMPTY)) {
      if (in == null) {
        throw new IllegalStateException("no " + EMPTY + ": a broken build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
