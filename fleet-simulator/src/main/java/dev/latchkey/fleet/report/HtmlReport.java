package dev.latchkey.fleet.report;

import dev.latchkey.fleet.run.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The run as a page of its own: one file, no script, nothing fetched, light and dark. */
public final class HtmlReport {

  private HtmlReport() {}

  public static String of(Result result, About about) {
    var label = result.plan().scenario().label();
    return page()
        .replace("{title}", Html.escape("Fleet: " + label))
        .replace("{story}", Html.escape(result.plan().scenario().story()))
        .replace("{facts}", facts(result, about))
        .replace("{verdict}", verdict(result))
        .replace("{rows}", rows(result))
        .replace("{plots}", plots(result))
        .replace("{answers}", answers(result))
        .replace("{remarks}", counted("Worth knowing", result.ledger().remarks()))
        .replace("{endings}", endings(result))
        .replace("{options}", options(about));
  }

  private static String facts(Result result, About about) {
    return fact("server", about.server().toString())
        + fact("devices", Figures.count(result.plan().devices()))
        + fact(
            "time",
            String.format(Locale.ROOT, "%.0f s", result.end() / 1e9)
                + (result.interrupted() ? ", interrupted" : ""))
        + fact("began", minute(result.began()))
        + fact("seed", Long.toString(result.plan().seed()));
  }

  private static String minute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String fact(String name, String value) {
    return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, Html.escape(value));
  }

  private static String verdict(Result result) {
    var surprises = result.ledger().surprises();
    var troubles = Troubles.of(result);
    if (surprises.isEmpty() && troubles.isEmpty()) {
      return "<p class=\"well\">Every answer kept to the specifications.</p>";
    }
    return "<div class=\"ill\">"
        + troubles.stream()
            .map(trouble -> "<p>" + Html.escape(trouble) + "</p>")
            .collect(Collectors.joining())
        + counted("Answers outside the specifications", surprises)
        + "</div>";
  }

  private static String rows(Result result) {
    return Row.of(result).stream()
        .map(
            row -> {
              var latency = row.cell().latency();
              return "<tr><th scope=\"row\">%s</th><td title=\"%s\">%s</td>%s</tr>%n"
                  .formatted(
                      Html.escape(row.phase()),
                      Html.escape(row.kind().meaning()),
                      Html.escape(row.kind().label()),
                      numbers(
                          Figures.rate(row.perSecond()),
                          Figures.percentile(latency, 50),
                          Figures.percentile(latency, 90),
                          Figures.percentile(latency, 99),
                          Figures.percentile(latency, 99.9),
                          Figures.longest(latency),
                          Figures.percentile(row.cell().service(), 50),
                          Figures.percentile(row.cell().service(), 99),
                          Figures.count(row.cell().count())));
            })
        .collect(Collectors.joining());
  }

  private static String numbers(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<td class=\"n\">" + cell + "</td>")
        .collect(Collectors.joining());
  }

  private static String plots(Result result) {
    return new Plots(result).all().stream().map(Plot::html).collect(Collectors.joining());
  }

  private static String answers(Result result) {
    return Row.of(result).stream()
        .flatMap(
            row ->
                row.cell().outcomes().entrySet().stream()
                    .map(
                        entry ->
                            "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td>%s</tr>%n"
                                .formatted(
                                    Html.escape(row.phase()),
                                    Html.escape(row.kind().label()),
                                    Html.escape(entry.getKey().label()),
                                    numbers(Figures.count(entry.getValue())))))
        .collect(Collectors.joining());
  }

  private static String counted(String title, Map<String, Long> map) {
    return map.isEmpty()
        ? ""
        : "<h2>%s</h2><ul>%s</ul>"
            .formatted(
                title,
                map.entrySet().stream()
                    .map(
                        entry ->
                            "<li>%s: %s</li>"
                                .formatted(
                                    Html.escape(entry.getKey()), Figures.count(entry.getValue())))
                    .collect(Collectors.joining()));
  }

  private static String endings(Result result) {
    Map<String, Long> words = new LinkedHashMap<>();
    result.endings().forEach((ending, times) -> words.put(ending.words(), times));
    return counted("Devices ended", words);
  }

  private static String options(About about) {
    return about.options().entrySet().stream()
        .map(
            entry ->
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>%n"
                    .formatted(Html.escape(entry.getKey()), Html.escape(entry.getValue())))
        .collect(Collectors.joining());
  }

  private static String page() {
    try (var file = HtmlReport.class.getResourceAsStream("report.html")) {
      if (file == null) {
        throw new IllegalStateException("report.html is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
