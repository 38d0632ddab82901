package dev.latchkey.bench;

import dev.latchkey.bench.report.CostTable;
import dev.latchkey.bench.report.PerformancePage;
import dev.latchkey.bench.stand.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code make bench}. */
public final class Bench {

  private Bench() {}

  /**
   * Measures, writes, and ends.
   *
   * @param args the project's folder, and options
   */
  public static void main(String[] args) throws IOException {
    var home = Path.of(args[0]).toAbsolutePath().normalize();
    var rest = List.of(args).subList(1, args.length);
    if (rest.contains("--help")) {
      System.out.print(BenchOptions.USAGE);
      return;
    }
    try {
      var options = BenchOptions.parse(rest);
      var progress = Progress.on(System.out);
      try (var stand = new Stand(home, options.port(), options.flags())) {
        Runtime.getRuntime().addShutdownHook(new Thread(stand::close, "stop"));
        progress.say("starting; logs are in deploy/bench/target/run/logs");
        stand.start();
        measure(new Course(stand, options, progress), options, home.resolve(options.page()));
      }
    } catch (IllegalArgumentException e) {
      System.err.printf("%s%n%n%s", e.getMessage(), BenchOptions.USAGE);
      System.exit(2);
    }
    System.exit(0); // the library that starts PostgreSQL keeps threads
  }

  private static void measure(Course course, BenchOptions options, Path page) throws IOException {
    if (!options.only().isEmpty()) {
      System.out.printf("%n%s%n", new CostTable(course.costs(options.only())));
      return;
    }
    PerformancePage.write(page, course.everything());
    System.out.printf("%nWritten: %s%n", page);
  }
}
