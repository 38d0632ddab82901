package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source of a page, as it is in verification-ui.
 *
 * @param name of its file, without the ending
 */
record Template(String name) {

  private static final Path RESOURCES =
      Path.of(System.getProperty("latchkey.home"), "verification-ui/src/main/resources");

  private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>");
  private static final Pattern MESSAGE = Pattern.compile("\\{(\\w+):(\\w+)(?:\\([^)]*\\))?}");
  private static final Pattern HOLE = Pattern.compile("\\{[^}]*}");

  /** All that are whole pages, not parts of others. */
  static List<Template> all() {
    try (var files = Files.list(RESOURCES.resolve("templates"))) {
      return files
          .map(file -> new Template(file.getFileName().toString().replace(".html", "")))
          .filter(template -> template.source().contains("{#include layout}"))
          .sorted((one, other) -> one.name.compareTo(other.name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its heading may say in a language, whatever fills the holes. */
  Pattern heading(String language) {
    var headings = HEADING.matcher(source()).results().map(found -> found.group(1));
    return Pattern.compile(
        headings.map(heading -> words(heading, language)).collect(joining("|")), Pattern.DOTALL);
  }

  private static String words(String heading, String language) {
    var messages = MESSAGE.matcher(heading).results().toList();
    return messages.isEmpty()
        ? ".*"
        : messages.stream()
            .flatMap(message -> texts(message.group(1), message.group(2), language))
            .map(text -> "\\Q" + HOLE.matcher(text).replaceAll("\\\\E.*\\\\Q") + "\\E")
            .collect(joining("|"));
  }

  /** The text of that key, or the texts of one for each word of an enum. */
  private static Stream<String> texts(String bundle, String key, String language) {
    var texts = new Properties();
    var file = RESOURCES.resolve("messages/" + bundle + "_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file, UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.stringPropertyNames().stream()
        .filter(name -> name.equals(key) || name.startsWith(key + "_$"))
        .map(texts::getProperty);
  }

  private String source() {
    try {
      return Files.readString(RESOURCES.resolve("templates/" + name + ".html"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
