package dev.latchkey.compatibility;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The migrations of one schema.
 *
 * @param before as the release before has them
 * @param now as this one has them
 */
record Migrations(String schema, Path before, Path now) {

  static final List<Migrations> ALL =
      List.of(
          of("registry", "device-authz-service"),
          of("issued", "token-service"),
          of("people", "verification-ui"));

  private static final Pattern VERSION = Pattern.compile("V\\d+");

  private static Migrations of(String schema, String service) {
    return new Migrations(
        schema,
        Release.BEFORE.resolve("migrations").resolve(schema),
        Path.of("..", service, "src/main/resources/db/migration"));
  }

  /** Flyway as the services set it up, which passes over what it does not know. */
  Flyway flyway(DataSource database, Path files) {
    return Flyway.configure()
        .dataSource(database)
        .schemas(schema)
        .locations("filesystem:" + files.toAbsolutePath().normalize())
        .ignoreMigrationPatterns("*:future")
        .load();
  }

  /** What this release has beyond the other one, in its order. */
  List<Path> added() {
    var old = Release.files(before).stream().map(Path::getFileName).toList();
    return Release.files(now).stream()
        .filter(file -> !old.contains(file.getFileName()))
        .sorted((a, b) -> Integer.compare(number(a), number(b)))
        .toList();
  }

  /** {@code V} and its number. */
  static String version(Path file) {
    var found = VERSION.matcher(file.getFileName().toString());
    if (!found.find()) {
      throw new IllegalArgumentException("no migration: " + file);
    }
    return found.group();
  }

  private static int number(Path file) {
    return Integer.parseInt(version(file).substring(1));
  }
}
