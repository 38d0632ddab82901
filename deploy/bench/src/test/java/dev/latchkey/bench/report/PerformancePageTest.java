package dev.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.bench.measure.Findings;
import dev.latchkey.bench.measure.Growth;
import dev.latchkey.bench.measure.Latency;
import dev.latchkey.bench.measure.Samples;
import dev.latchkey.bench.measure.Spread;
import dev.latchkey.bench.measure.Subject;
import dev.latchkey.bench.proc.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {

  private static final Findings FINDINGS = findings(0.03);

  private final Path folder;

  PerformancePageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void setsFiguresAgainstTheGoals() throws IOException {
    // Given
    var page = folder.resolve("docs/performance.md");
    Files.createDirectories(page.getParent());

    // When
    PerformancePage.write(page, FINDINGS);

    // Then
    assertThat(page)
        .content()
        .contains("| poll | at most 1.40 x a bare Vert.x poll | 1.50 (1.50 to 2.00) x")
        .contains("| **missed** |")
        .contains("| refresh | at most 0.450 CPU s per 1,000 | 0.400 CPU s per 1,000 | met |")
        .contains("| token-service | 1.50 (1.20 to 1.60) | 200 |")
        .contains("| p99 of polls at 70 % of the capacity | at most 3.00 x p50 | 4.00 x p50 |")
        .contains("| poll | 70 % | 2,000 | 0.50 | 2.00 | 4.00 | 90 % |")
        .contains("| poll with 1,000,000 pending, to 1,000 | at most 1.10 x | 1.03 x | met |")
        .contains("Fast CPU, 2 cores")
        .contains("| 1,000,000 | 0.0600 | 0.0930 | 1.55 | 0.180 | 3.00 | 900 |");
  }

  @Test
  void whatPeopleWroteStays() throws IOException {
    // Given
    var page = folder.resolve("performance.md");
    PerformancePage.write(page, FINDINGS);
    Files.writeString(
        page, Files.readString(page).replace("## Steps", "## Steps\n\n* one: 0.05 -> 0.03"));

    // When
    PerformancePage.write(page, findings(0.027));

    // Then
    assertThat(page).content().contains("* one: 0.05 -> 0.03").contains("| poll | 0.0270 |");
    assertThat(page).content().doesNotContain("| poll | 0.0300 |");
  }

  @Test
  void picturesStandForThemselves() throws Exception {
    // Given
    PerformancePage.write(folder.resolve("performance.md"), FINDINGS);

    // When
    var pictures =
        Stream.of("performance-cost.svg", "performance-growth.svg")
            .map(folder.resolve("images")::resolve)
            .toList();

    // Then
    for (var picture : pictures) {
      assertThat(picture).content().doesNotContain("href", "<script", "@import", "url(");
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
      assertThat(xml.getDocumentElement().getTagName()).isEqualTo("svg");
    }
  }

  private static Findings findings(double poll) {
    return new Findings(
        new Machine("Fast CPU", 2, 16L << 30, "Linux 6.1", "25"),
        Map.of("Redis", "7.0.15"),
        Map.of("rounds", "3"),
        Map.of(
            Subject.BARE_VERTX,
            Samples.series(0.02, 0.02, 0.02),
            Subject.BARE_REST,
            Samples.series(0.023, 0.024, 0.023),
            Subject.POLL,
            Samples.series(poll, poll, poll == 0.03 ? 0.04 : poll),
            Subject.ISSUE,
            Samples.series(0.04, 0.04, 0.04),
            Subject.REFRESH,
            Samples.series(0.4, 0.4, 0.4),
            Subject.REFRESH_WITH_ID_TOKEN,
            Samples.series(0.6, 0.7, 0.8)),
        Map.of("token-service", new Spread(1.5, 1.2, 1.6)),
        Map.of("token-service", 200L << 20),
        List.of(
            new Latency(Subject.BARE_VERTX, 0.7, Samples.series(0.02)),
            new Latency(Subject.POLL, 0.7, Samples.series(poll))),
        List.of(point(1_000, 1), point(1_000_000, 3)));
  }

  /** A machine that becomes so many times slower, and polls that become a little dearer. */
  private static Growth.Point point(long pending, int slower) {
    var poll = slower * (slower == 1 ? 0.03 : 0.031);
    return new Growth.Point(
        pending,
        Samples.series(poll),
        Samples.series(slower * 0.02),
        List.of(Samples.costing(slower * 0.06)),
        900);
  }
}
