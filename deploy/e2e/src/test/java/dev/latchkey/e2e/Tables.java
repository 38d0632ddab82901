package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The services' tables in PostgreSQL, to look at and to write the time into. */
final class Tables {

  private final LocalSystem system;

  Tables(LocalSystem system) {
    this.system = system;
  }

  /** How many rows the statement changed. */
  int change(String sql, Object... values) {
    try (var connection = open();
        var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The one value of the one row. */
  String value(String sql, Object... values) {
    try (var connection = open();
        var statement = prepared(connection, sql, values);
        var rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new AssertionError("no row: " + sql);
      }
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        system.jdbcUrl(), system.databaseUser(), system.databasePassword());
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
