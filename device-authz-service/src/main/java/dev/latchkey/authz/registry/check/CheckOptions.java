package dev.latchkey.authz.registry.check;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * What to check and how to say it.
 *
 * @param against an older version of the file, of which the differences are wanted
 * @param local whether the file is for the local profile, where more is allowed
 */
record CheckOptions(Path file, Optional<Path> against, Format format, boolean local) {

  static final String USAGE =
      "usage: FILE [--against OLDER_FILE] [--format text|json] [--profile local]";

  enum Format {
    TEXT,
    JSON
  }

  /** Fails with {@link IllegalArgumentException}, whose message is for whoever called. */
  static CheckOptions of(String... args) {
    var left = new ArrayDeque<>(Arrays.asList(args));
    var file = Optional.<Path>empty();
    var against = Optional.<Path>empty();
    var format = Format.TEXT;
    var local = false;
    while (!left.isEmpty()) {
      var word = left.remove();
      switch (word) {
        case "--against" -> against = Optional.of(Path.of(value(word, left)));
        case "--format" -> format = format(value(word, left));
        case "--profile" -> local = value(word, left).equals("local");
        default -> {
          if (file.isPresent() || word.isBlank() || word.startsWith("--")) {
            throw new IllegalArgumentException(USAGE);
          }
          file = Optional.of(Path.of(word));
        }
      }
    }
    return new CheckOptions(
        file.orElseThrow(() -> new IllegalArgumentException(USAGE)), against, format, local);
  }

  private static String value(String option, Queue<String> left) {
    var value = left.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
    }
    return value;
  }

  private static Format format(String name) {
    return switch (name) {
      case "text" -> Format.TEXT;
      case "json" -> Format.JSON;
      default -> throw new IllegalArgumentException("--format is text or json");
    };
  }
}
