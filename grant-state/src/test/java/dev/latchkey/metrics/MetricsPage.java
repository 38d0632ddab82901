package dev.latchkey.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/metrics.md}, and what of it is not so. */
public record MetricsPage(Map<String, Row> rows) {

  /**
   * One metric.
   *
   * @param late whether it comes with its first event only
   * @param words that are in code, among them the values of its tags
   */
  public record Row(
      String type, boolean late, Set<String> tags, Set<String> services, Set<String> words) {

    boolean isOf(String service) {
      return services.contains("all") || services.contains(service);
    }
  }

  private static final Path PAGE = Path.of("../docs/metrics.md");
  private static final String OURS = "latchkey_";

  /**
   * Their values are names of keys, scripts, limits, errors and kinds of codes, or of the JVM's.
   */
  private static final Set<String> OPEN_TAGS =
      Set.of("kid", "algorithm", "call", "limit", "error", "space", "area", "id");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+)( ¹)? \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  public static MetricsPage read() {
    var rows = new LinkedHashMap<String, Row>();
    ROW.matcher(text())
        .results()
        .forEach(
            row ->
                rows.put(
                    row.group(1),
                    new Row(
                        row.group(2),
                        row.group(3) != null,
                        code(row.group(4)),
                        Set.of(row.group(5).split(", ", -1)),
                        code(row.group(6)))));
    return new MetricsPage(rows);
  }

  /** What that service tells otherwise than the page says, and what it does not tell; in words. */
  public List<String> differences(String service, Exposition told) {
    var differences = new ArrayList<String>();
    told.types().keySet().stream()
        .filter(name -> name.startsWith(OURS) || rows.containsKey(name))
        .forEach(name -> differences.addAll(differences(service, name, told)));
    rows.forEach(
        (name, row) -> {
          if (row.isOf(service) && !row.late() && !told.types().containsKey(name)) {
            differences.add(name + " is on the page, and not told");
          }
        });
    return differences;
  }

  private List<String> differences(String service, String name, Exposition told) {
    var row = rows.get(name);
    var tags = told.tags(name);
    if (row == null || !row.isOf(service)) {
      return List.of(name + " is told, and not on the page");
    }
    var differences = new ArrayList<String>();
    if (!row.type().equals(told.types().get(name))) {
      differences.add(name + " is a " + told.types().get(name));
    }
    if (!row.tags().equals(tags.keySet())) {
      differences.add(name + " has the tags " + tags.keySet());
    }
    tags.forEach(
        (tag, values) ->
            values.stream()
                .filter(value -> !OPEN_TAGS.contains(tag) && !row.words().contains(value))
                .forEach(value -> differences.add(name + " has a " + tag + " of " + value)));
    return differences;
  }

  private static Set<String> code(String cell) {
    return CODE.matcher(cell).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  private static String text() {
    try {
      return Files.readString(PAGE, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
