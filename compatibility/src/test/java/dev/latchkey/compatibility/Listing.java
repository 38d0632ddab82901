package dev.latchkey.compatibility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of the table in a page: what is there, and why it may be. */
final class Listing {

  private Listing() {}

  /** All but the heading, each as its cells. */
  static List<List<String>> of(Path page) {
    var rows = new ArrayList<List<String>>();
    for (var line : Release.read(page).lines().filter(each -> each.startsWith("| ")).toList()) {
      rows.add(
          Arrays.stream(line.substring(1, line.lastIndexOf('|')).split(" \\| ", -1))
              .map(String::strip)
              .toList());
    }
    return rows.stream().skip(1).filter(row -> !row.getFirst().startsWith("---")).toList();
  }
}
