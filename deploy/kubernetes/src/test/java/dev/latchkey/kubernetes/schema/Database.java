package dev.latchkey.kubernetes.schema;

import dev.latchkey.stores.PostgresProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database with the two roles that the demo makes, by the demo's own statements. */
final class Database {

  static final String OWNER = "latchkey_owner";
  static final String USER = "latchkey";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String url;

  /** By a connection of the administrator's, without TLS. */
  private Database(String url) {
    this.url = url;
  }

  /**
   * @param script the demo's {@code roles.sh}
   */
  static Database create(PostgresProcess server, Path script) throws IOException, SQLException {
    var name = "rollout_" + COUNT.incrementAndGet();
    var administration = new Database(server.jdbcUrl());
    var made = new Database(server.jdbcUrl().replaceFirst("[^/]*$", name));
    var database = administration;
    for (var statement : statements(script)) {
      if (statement.startsWith("\\connect")) {
        database = made;
      } else if (!statement.startsWith("create role") || name.endsWith("_1")) {
        database.execute(
            statement
                .replace("create database latchkey", "create database " + name)
                .replaceAll(":'\\w+'", "'not asked for here'"));
      }
    }
    return made;
  }

  String name() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** How many versions of a schema are there; -1 without its history. */
  int versions(String schema) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var sql = connection.createStatement()) {
      var there =
          sql.executeQuery("select to_regclass('%s.flyway_schema_history')".formatted(schema));
      there.next();
      if (there.getString(1) == null) {
        return -1;
      }
      var count =
          sql.executeQuery(
              "select count(*) from %s.flyway_schema_history where version is not null and success"
                  .formatted(schema));
      count.next();
      return count.getInt(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static Iterable<String> statements(Path script) throws IOException {
    var text = Files.readString(script);
    var body = text.substring(text.indexOf("<<'END'\n") + 8, text.lastIndexOf("END"));
    return Arrays.stream(body.split("\n")).map(line -> line.replaceFirst(";$", "")).toList();
  }
}
