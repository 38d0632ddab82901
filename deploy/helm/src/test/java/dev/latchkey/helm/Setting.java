package dev.latchkey.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A setting of {@code docs/configuration.md}.
 *
 * @param name with {@code *} for what an operator chooses
 * @param type as the chart checks it
 * @param services those that read it
 */
record Setting(String name, String type, List<String> services) {

  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?m)^## `latchkey\\.[^`]*` \\((?<module>[a-z-]+)\\)\\R(?<text>(?s:.*?))(?=^## |\\z)");

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?s)<td>\\R\\R`(?<name>latchkey\\.[^`]+)`.*?Environment variable:"
              + " `[^`]+`</td>\\R<td>\\R\\R(?<type>.*?)\\R</td>");

  private static final Pattern LINK = Pattern.compile("\\[(?<text>[A-Za-z]+)\\]\\(.*");

  /** All of them, by name. */
  static Map<String, Setting> all() throws IOException {
    var page = Files.readString(Chart.HOME.resolve("docs/configuration.md"));
    var all = new TreeMap<String, Setting>();
    CHAPTER
        .matcher(page)
        .results()
        .flatMap(Setting::of)
        .forEach(setting -> all.merge(setting.name(), setting, Setting::and));
    return all;
  }

  private static Stream<Setting> of(MatchResult chapter) {
    var module = chapter.group("module");
    var services = Chart.SERVICES.contains(module) ? List.of(module) : Chart.SERVICES;
    return ENTRY
        .matcher(chapter.group("text"))
        .results()
        .map(
            entry ->
                new Setting(
                    entry.group("name").replaceAll("\"[^\"]+\"", "*"),
                    type(entry.group("type").strip()),
                    services));
  }

  private static String type(String cell) {
    if (cell.startsWith("`")) {
      return "one of " + cell.replaceAll("[`,]", "");
    }
    if (cell.startsWith("Map<")) {
      return "map";
    }
    var link = LINK.matcher(cell);
    return (link.matches() ? link.group("text") : cell).toLowerCase(Locale.ROOT);
  }

  private Setting and(Setting other) {
    return new Setting(
        name,
        type,
        Stream.concat(services.stream(), other.services().stream()).distinct().toList());
  }

  String line() {
    return "%s: { type: %s, services: [%s] }".formatted(name, type, String.join(", ", services));
  }

  /** Something that the setting could be. */
  String example() {
    return switch (type) {
      case "duration" -> "90s";
      case "int", "long" -> "1000000";
      case "double" -> "0.5";
      case "boolean" -> "true";
      case "uri" -> "https://example.com/a";
      case "rate" -> "10/5m";
      default -> type.startsWith("one of ") ? type.replaceFirst("one of (\\S+).*", "$1") : "text";
    };
  }
}
