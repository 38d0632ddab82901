package dev.latchkey.compatibility;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The release before, and this one.
 *
 * @param scripts by the names of their files
 * @param schemaPage docs/redis-schema.md
 * @param derivedKeys the names by which keys and cookies are told apart
 */
record Release(Map<String, String> scripts, String schemaPage, Set<String> derivedKeys) {

  static final Path BEFORE = Path.of("releases", "pre-0.1.0");

  private static final Path ROOT = Path.of("..");
  private static final Pattern DERIVED_KEY = Pattern.compile("\"(latchkey[ /-][^\"]*)\"");
  private static final List<String> MODULES =
      List.of(
          "grant-state", "oauth-wire", "device-authz-service", "token-service", "verification-ui");

  static Release before() {
    return new Release(
        scripts(BEFORE.resolve("lua")),
        read(BEFORE.resolve("redis-schema.md")),
        Set.copyOf(read(BEFORE.resolve("derived-keys")).lines().toList()));
  }

  static Release now() {
    var keys = new TreeSet<String>();
    for (var module : MODULES) {
      for (var file : files(ROOT.resolve(module).resolve("src/main/java"))) {
        DERIVED_KEY.matcher(read(file)).results().forEach(found -> keys.add(found.group(1)));
      }
    }
    return new Release(
        scripts(ROOT.resolve("grant-state/src/main/resources/lua")),
        read(ROOT.resolve("docs/redis-schema.md")),
        Set.copyOf(keys));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> scripts(Path folder) {
    return files(folder).stream()
        .collect(toMap(file -> file.getFileName().toString(), Release::read));
  }
}
