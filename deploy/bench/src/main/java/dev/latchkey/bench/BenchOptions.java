package dev.latchkey.bench;

import static java.util.Map.entry;

import dev.latchkey.bench.measure.Subject;
import dev.latchkey.local.JvmFlags;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param port the first of 60
 * @param rounds how often each figure is measured
 * @param starts how often each server is started and its first answer waited for
 * @param warmUp of each kind of work
 * @param time of each turn
 * @param connections on which requests are sent
 * @param pending grants that are polled
 * @param devices linked devices that refresh, of each kind
 * @param to the largest number of pending grants of the growth curve; 0 for no curve
 * @param only kinds of work; empty for everything, and a page
 * @param jvm flags of every JVM that is measured
 * @param page the report; its pictures are in {@code images} beside it
 */
record BenchOptions(
    int port,
    int rounds,
    int starts,
    Duration warmUp,
    Duration time,
    int connections,
    int pending,
    int devices,
    long to,
    Set<Subject> only,
    String jvm,
    Path page) {

  static final String USAGE =
      """
      make bench [ARGS="..."]
        --quick          two minutes instead of twenty: to see that it works; the
                         figures mean little, and go to deploy/bench/target/performance.md
        --port N         the first of 60 ports (27000)
        --rounds N       how often each figure is measured (3)
        --starts N       how often each server is started for its first answer (5)
        --warm-up S      seconds of warm-up of each kind of work (30)
        --time S         seconds of each turn (10)
        --connections N  on which requests are sent, one at a time on each (32)
        --pending N      grants that are polled (50000)
        --devices N      linked devices that refresh (20000)
        --to N           up to how many pending grants cost is measured (1000000; 0: not at all)
        --only WORDS     what some kinds of work cost beside a bare Vert.x poll, and no page: poll,
                         bare, issue, refresh, with commas between
        --jvm "FLAGS"    flags of every JVM that is measured
        --out FILE       the page to write (docs/performance.md)
      """;

  private static final List<Long> STEPS =
      List.of(1_000L, 10_000L, 30_000L, 100_000L, 300_000L, 1_000_000L, 3_000_000L, 10_000_000L);

  private static final Map<String, String> FULL =
      Map.ofEntries(
          entry("--port", "27000"),
          entry("--rounds", "3"),
          entry("--starts", "5"),
          entry("--warm-up", "30"),
          entry("--time", "10"),
          entry("--connections", "32"),
          entry("--pending", "50000"),
          entry("--devices", "20000"),
          entry("--to", "1000000"),
          entry("--only", ""),
          entry("--jvm", String.join(" ", JvmFlags.SERVICE)),
          entry("--out", "docs/performance.md"));

  private static final Map<String, String> QUICK =
      Map.of(
          "--rounds", "1",
          "--starts", "1",
          "--warm-up", "3",
          "--time", "3",
          "--pending", "5000",
          "--devices", "1000",
          "--to", "10000",
          "--out", "deploy/bench/target/performance.md");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence for whoever typed it
   */
  static BenchOptions parse(List<String> args) {
    var values = new HashMap<>(FULL);
    if (args.contains("--quick")) {
      values.putAll(QUICK);
    }
    var rest = new ArrayDeque<>(args);
    while (!rest.isEmpty()) {
      var name = rest.pop();
      if (name.equals("--quick")) {
        continue;
      }
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("there is no option " + name);
      }
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      values.put(name, rest.pop());
    }
    return of(values);
  }

  private static BenchOptions of(Map<String, String> values) {
    return new BenchOptions(
        number(values, "--port", 1),
        number(values, "--rounds", 1),
        number(values, "--starts", 1),
        Duration.ofSeconds(number(values, "--warm-up", 0)),
        Duration.ofSeconds(number(values, "--time", 1)),
        number(values, "--connections", 1),
        number(values, "--pending", 1),
        number(values, "--devices", 1),
        number(values, "--to", 0),
        subjects(text(values, "--only")),
        text(values, "--jvm"),
        Path.of(text(values, "--out")));
  }

  /** How many grants are pending at each step of the growth curve. */
  List<Long> steps() {
    var smaller = STEPS.stream().filter(step -> step < to);
    return to == 0 ? List.of() : Stream.concat(smaller, Stream.of(to)).toList();
  }

  List<String> flags() {
    return Stream.of(jvm.split(" ")).filter(flag -> !flag.isBlank()).toList();
  }

  private static Set<Subject> subjects(String words) {
    var subjects = EnumSet.noneOf(Subject.class);
    for (var word : words.split(",", -1)) {
      var known = Subject.named(word);
      if (known.isEmpty() && !words.isEmpty()) {
        throw new IllegalArgumentException("--only knows no " + word);
      }
      subjects.addAll(known);
    }
    return subjects;
  }

  private static int number(Map<String, String> values, String name, int least) {
    var text = text(values, name);
    try {
      var number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + text, e);
    }
    throw new IllegalArgumentException(name + " must be at least " + least);
  }

  private static String text(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }
}
