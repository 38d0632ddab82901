package dev.latchkey.authz.metrics;

import dev.latchkey.metrics.MetricsPage;
import dev.latchkey.metrics.MetricsPage.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of PromQL, read as far as it takes to find metrics and tags that there are not. */
record Expression(String text) {

  private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*)\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)(?:=~|!~|!=|=)\"([^\"]*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
  private static final Pattern NO_NAME =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|on) \\([^)]*\\)|[a-z_]+\\(");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+");
  private static final Pattern PART = Pattern.compile("_(bucket|count|sum)$");

  /** What Prometheus itself adds. */
  private static final Set<String> ADDED = Set.of("job", "instance", "le");

  /** What is wrong with it, in words. */
  List<String> mistakes(MetricsPage page) {
    var mistakes = new ArrayList<String>();
    var tags = new HashSet<>(ADDED);
    for (var name : names()) {
      var row = row(name, page);
      if (row == null) {
        mistakes.add(name + " is not on the page");
      } else {
        tags.addAll(row.tags());
      }
    }
    GROUPING
        .matcher(text)
        .results()
        .flatMap(grouping -> Stream.of(grouping.group(1).split(", ?", -1)))
        .filter(tag -> !tag.isEmpty() && !tags.contains(tag))
        .forEach(tag -> mistakes.add(text + " groups by " + tag));
    SELECTOR
        .matcher(text)
        .results()
        .forEach(found -> mistakes.addAll(mistakes(found.group(1), found.group(2), page)));
    return mistakes;
  }

  List<String> names() {
    var names = NO_NAME.matcher(text).replaceAll(" ");
    return NAME.matcher(names).results().map(MatchResult::group).toList();
  }

  private static List<String> mistakes(String name, String matchers, MetricsPage page) {
    var row = row(name, page);
    return row == null
        ? List.of()
        : MATCHER
            .matcher(matchers)
            .results()
            .filter(matcher -> !ADDED.contains(matcher.group(1)))
            .flatMap(matcher -> mistakes(name, row, matcher.group(1), matcher.group(2)))
            .toList();
  }

  private static Stream<String> mistakes(String name, Row row, String tag, String values) {
    return row.tags().contains(tag)
        ? Stream.of(values.split("\\|", -1))
            .filter(value -> !row.words().contains(value))
            .map(value -> name + " is never " + value)
        : Stream.of(name + " has no tag " + tag);
  }

  private static @Nullable Row row(String name, MetricsPage page) {
    var whole = PART.matcher(name).replaceFirst("");
    var row = page.rows().get(whole);
    return row != null && row.type().equals("histogram") ? row : page.rows().get(name);
  }
}
