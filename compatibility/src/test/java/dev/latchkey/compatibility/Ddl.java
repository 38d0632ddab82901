package dev.latchkey.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads migrations, one after the other, and says which of their statements do more than add. */
final class Ddl {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern CREATE_TABLE = Pattern.compile("create table (\\S+) ?\\(.*");
  private static final Pattern INDEX =
      Pattern.compile("create (unique )?index \\S+ on (\\S+) ?\\(.*");
  private static final Pattern ALTER = Pattern.compile("alter table (\\S+) (.+)");
  private static final Pattern ADD =
      Pattern.compile("add (?:column )?(?!constraint|primary|unique|check|foreign|exclude).+");

  /** Makes a new column one that whoever does not know it cannot fill, or may fill wrongly. */
  private static final Pattern DEMAND =
      Pattern.compile("\\b(generated|unique|primary key|references|check|identity)\\b");

  /** Nobody of the release before uses these. */
  private final Set<String> newTables = new HashSet<>();

  /** Those of the next migration, in small letters and with single spaces. */
  List<String> stepsOf(String migration) {
    var steps = new ArrayList<String>();
    for (var statement : split(plain(migration), ';')) {
      var table = CREATE_TABLE.matcher(statement);
      var altered = ALTER.matcher(statement);
      if (table.matches()) {
        newTables.add(table.group(1));
      } else if (altered.matches()) {
        if (!newTables.contains(altered.group(1))) {
          split(altered.group(2), ',').stream().filter(c -> !onlyAdds(c)).forEach(steps::add);
        }
      } else if (!statement.startsWith("comment on ") && !isHarmlessIndex(statement)) {
        steps.add(statement);
      }
    }
    return steps;
  }

  private boolean isHarmlessIndex(String statement) {
    var index = INDEX.matcher(statement);
    return index.matches() && (index.group(1) == null || newTables.contains(index.group(2)));
  }

  private static boolean onlyAdds(String clause) {
    return ADD.matcher(clause).matches()
        && !DEMAND.matcher(clause).find()
        && (!clause.contains("not null") || clause.contains(" default "));
  }

  /** Without comments; what stands in quotes keeps its place, and no word in it counts. */
  private static String plain(String migration) {
    var bare = COMMENT.matcher(migration).replaceAll("");
    return TEXT.matcher(bare)
        .replaceAll(text -> text.group().replaceAll("[^'\\w]", ""))
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** At a separator that no parenthesis is around. */
  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (var i = 0; i <= text.length(); i++) {
      var at = i < text.length() ? text.charAt(i) : separator;
      if (at == '(') {
        depth++;
      } else if (at == ')') {
        depth--;
      } else if (at == separator && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }
}
