package dev.latchkey.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values that {@code values.yaml} explains, each by a line {@code # --} before it, as rows of a
 * table.
 */
final class ValuesTable {

  private static final Pattern WORDS = Pattern.compile(" *# -- (?<words>.*)");
  private static final Pattern KEY =
      Pattern.compile("(?<indent> *)\"?(?<key>[A-Za-z0-9]+)\"?:(?<value>.*)");

  private final List<String> path = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private String words = "";

  private ValuesTable() {}

  static List<String> of(String yaml) {
    var table = new ValuesTable();
    yaml.lines().forEach(table::read);
    return table.rows;
  }

  private void read(String line) {
    var comment = WORDS.matcher(line);
    var entry = KEY.matcher(line);
    if (comment.matches()) {
      words = comment.group("words");
    } else if (entry.matches()) {
      var depth = Math.min(entry.group("indent").length() / 2, path.size());
      path.subList(depth, path.size()).clear();
      path.add(entry.group("key"));
      if (!words.isEmpty()) {
        rows.add(row(entry.group("value").strip()));
        words = "";
      }
    }
  }

  private String row(String value) {
    var name = String.join(".", path);
    return "| `%s` | %s | %s |"
        .formatted(name, value.isEmpty() ? "see values.yaml" : "`" + value + "`", words);
  }
}
