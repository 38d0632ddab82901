package dev.latchkey.compatibility;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What two releases say differently of what they share in Redis, each as a few words. */
final class Differences {

  private static final Pattern REPLY = Pattern.compile("(?m)^ {4}([A-Z_]+)\\b");
  private static final Pattern SECTION = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^`]+(?<!\\.lua)`) \\|");

  private final Release before;
  private final Release now;
  private final Set<String> found = new TreeSet<>();

  private Differences(Release before, Release now) {
    this.before = before;
    this.now = now;
  }

  static Set<String> between(Release before, Release now) {
    var differences = new Differences(before, now);
    differences.ofScripts();
    differences.ofPages();
    differences.ofSets("", before.derivedKeys(), now.derivedKeys(), key -> "`" + key + "`");
    return differences.found;
  }

  private void ofScripts() {
    ofSets("", before.scripts().keySet(), now.scripts().keySet(), name -> "`" + name + "`");
    now.scripts()
        .forEach(
            (name, script) -> {
              var other = before.scripts().get(name);
              if (other != null) {
                ofContract(name, other, script);
              }
            });
  }

  private void ofContract(String name, String before, String now) {
    compare(
        "keys of `" + name + "`",
        between(before, "KEYS[1]", "ARGV[1]"),
        between(now, "KEYS[1]", "ARGV[1]"));
    compare(
        "arguments of `" + name + "`",
        between(before, "ARGV[1]", "Returns"),
        between(now, "ARGV[1]", "Returns"));
    ofSets(name + " replies ", replies(before), replies(now), Function.identity());
  }

  private void compare(String what, String before, String now) {
    if (!before.equals(now)) {
      found.add(what + " are others");
    }
  }

  /** The rows of each table of the page, by its section. A key's section goes with its row. */
  private void ofPages() {
    var pageBefore = rows(before.schemaPage());
    var pageNow = rows(now.schemaPage());
    ofSets("", others(pageBefore), others(pageNow), section -> "section " + section);
    pageNow.forEach(
        (section, rows) -> {
          var other = pageBefore.get(section);
          if (other != null) {
            ofSets(section + ": ", other, rows, Function.identity());
          }
        });
  }

  private void ofSets(
      String where, Set<String> before, Set<String> now, Function<String, String> name) {
    now.stream()
        .filter(each -> !before.contains(each))
        .forEach(each -> found.add(where + name.apply(each) + " is new"));
    before.stream()
        .filter(each -> !now.contains(each))
        .forEach(each -> found.add(where + name.apply(each) + " is gone"));
  }

  private static Map<String, Set<String>> rows(String page) {
    var rows = new TreeMap<String, Set<String>>();
    var starts = SECTION.matcher(page).results().toList();
    for (var i = 0; i < starts.size(); i++) {
      var end = i + 1 < starts.size() ? starts.get(i + 1).start() : page.length();
      var names = new TreeSet<String>();
      ROW.matcher(page.substring(starts.get(i).end(), end))
          .results()
          .forEach(row -> names.add(row.group(1)));
      rows.put(starts.get(i).group(1), names);
    }
    return rows;
  }

  private static Set<String> others(Map<String, Set<String>> sections) {
    return sections.keySet().stream().filter(s -> !s.startsWith("`")).collect(toSet());
  }

  private static Set<String> replies(String script) {
    var names = new TreeSet<String>();
    REPLY.matcher(between(script, "Returns", "]]")).results().forEach(m -> names.add(m.group(1)));
    return names;
  }

  private static String between(String text, String from, String to) {
    var start = Math.max(text.indexOf(from), 0);
    var end = text.indexOf(to, start);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
