package dev.latchkey.compatibility;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A row of each table as the release before writes it, with all columns that it knows. */
final class Insertions {

  private static final Pattern INSERTION =
      Pattern.compile("(?s)insert into (\\S+)\\s*\\(([^)]*)\\)\\s*values .*?;\\s*(?=\\n|$)");

  private static final String ROWS = Release.read(Release.BEFORE.resolve("rows.sql"));

  private Insertions() {}

  /** Each table's columns. */
  static Map<String, Set<String>> columns() {
    var columns = new TreeMap<String, Set<String>>();
    INSERTION
        .matcher(ROWS)
        .results()
        .forEach(found -> columns.put(found.group(1), names(found.group(2))));
    return columns;
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .collect(toCollection(TreeSet::new));
  }

  /** The statements for a row that differs from those of other numbers, a digit. */
  static List<String> of(int number) {
    return INSERTION
        .matcher(ROWS)
        .results()
        .map(found -> found.group().replace(":n", Integer.toString(number)))
        .toList();
  }
}
