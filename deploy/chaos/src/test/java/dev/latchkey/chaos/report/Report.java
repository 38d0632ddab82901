package dev.latchkey.chaos.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bench.proc.Machine;
import dev.latchkey.bench.report.MarkedText;
import dev.latchkey.bench.report.Table;
import dev.latchkey.chaos.book.Balance;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Came;
import dev.latchkey.chaos.book.Entry;
import dev.latchkey.chaos.book.Note;
import dev.latchkey.chaos.fault.Strike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run has shown, in tables.
 *
 * @param command what brings about the same run
 */
public record Report(String command, List<Strike> strikes, Balance balance, Books books) {

  private static final String OWNER = "chaos";
  private static final Path COPY = Path.of("target/reliability.md");
  private static final double GIGA = 1024.0 * 1024 * 1024;

  public Report {
    strikes = List.copyOf(strikes);
  }

  /** Prints it, leaves a copy in target, and puts it between the marks of these pages. */
  public void write(List<Path> pages) throws IOException {
    var run = run();
    var faults = faults();
    var sums = sums();
    Files.writeString(COPY, run + "\n\n" + faults + "\n\n" + sums + "\n", UTF_8);
    System.out.printf("%n%s%n%n%s%n%n%s%n", run, faults, sums);
    for (var page : pages) {
      var text =
          new MarkedText(OWNER, Files.readString(page, UTF_8))
              .with("run", run)
              .with("faults", faults)
              .with("balance", sums);
      Files.writeString(page, text.text(), UTF_8);
    }
  }

  private String run() {
    var machine = Machine.here();
    return new Table("", "")
        .row("command", "`" + command + "`")
        .row(
            "machine",
            "%s, %d cores, %.0f GB, for services, stores, devices and people together"
                .formatted(machine.processor(), machine.cores(), machine.memoryBytes() / GIGA))
        .row("kernel, JDK", machine.kernel() + ", " + machine.jdk())
        .row("requests", "%,d".formatted(books.timeline().size()))
        .toString();
  }

  private String faults() {
    var table =
        new Table(
            "fault",
            "times",
            Came.SERVED.words(),
            Came.LATER.words(),
            Came.AWAY.words(),
            Came.NOTHING.words(),
            "longest gap, s",
            "well after, s",
            "stated, s");
    var byName = new LinkedHashMap<String, List<Strike>>();
    strikes.forEach(
        strike -> byName.computeIfAbsent(strike.name(), first -> new ArrayList<>()).add(strike));
    byName.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            same ->
                table.row(
                    same.getKey(),
                    Integer.toString(same.getValue().size()),
                    sum(same.getValue(), Came.SERVED),
                    sum(same.getValue(), Came.LATER),
                    sum(same.getValue(), Came.AWAY),
                    sum(same.getValue(), Came.NOTHING),
                    worst(same.getValue().stream().map(Strike::gap).toList()),
                    worst(same.getValue().stream().map(Strike::recovery).toList()),
                    worst(same.getValue().stream().map(Strike::limit).toList())));
    return table.toString();
  }

  private String sums() {
    var table = new Table("", "");
    table.row("grants", Integer.toString(books.accounts().size()));
    for (var entry : Entry.values()) {
      var words = entry.isAllowed() ? entry.words() : "**" + entry.words() + "**";
      table.row(words, Integer.toString(balance.count(entry)));
    }
    for (var note : Note.values()) {
      table.row(note.words(), Integer.toString(books.noted(note)));
    }
    table.row("**violations in all**", Integer.toString(balance.violations().size()));
    return table.toString();
  }

  private static String sum(List<Strike> some, Came what) {
    return Integer.toString(
        some.stream().mapToInt(strike -> strike.counts().getOrDefault(what, 0)).sum());
  }

  private static String worst(List<Duration> some) {
    var longest = some.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return String.format(Locale.ROOT, "%.1f", longest.toMillis() / 1000.0);
  }
}
