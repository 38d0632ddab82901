package dev.latchkey.bench;

import dev.latchkey.bench.measure.Findings;
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
      var findings = measure(home, options, progress);
      var page = home.resolve(options.page());
      PerformancePage.write(page, findings);
      progress.say("written: " + page);
    } catch (IllegalArgumentException e) {
      System.err.printf("%s%n%n%s", e.getMessage(), BenchOptions.USAGE);
      System.exit(2);
    }
    System.exit(0); // the library that starts PostgreSQL keeps threads
  }

  private static Findings measure(Path home, BenchOptions options, Progress progress) {
    try (var stand = new Stand(home, options.port(), options.flags())) {
      Runtime.getRuntime().addShutdownHook(new Thread(stand::close, "stop"));
      progress.say("starting; logs are in deploy/bench/target/run/logs");
      stand.start();
      return new Course(stand, options, progress).run();
    }
  }
}
