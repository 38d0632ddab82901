package dev.latchkey.compatibility;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** PostgreSQL as any client sees it. */
record Database(DataSource source) {

  /** Each table of the schemas, with its columns, less what Flyway keeps for itself. */
  Map<String, Set<String>> columns() {
    var tables = new TreeMap<String, Set<String>>();
    for (var row :
        rows(
            "select table_schema || '.' || table_name, column_name from information_schema.columns"
                + " where table_schema in ('registry', 'issued', 'people')"
                + " and table_name <> 'flyway_schema_history'")) {
      tables.computeIfAbsent(row.get(0), table -> new TreeSet<>()).add(row.get(1));
    }
    return tables;
  }

  /** Each row, as text. */
  List<List<String>> rows(String query) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(List.copyOf(row));
      }
      return List.copyOf(rows);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** How many rows it changed. */
  int execute(String statement) {
    try (Connection connection = source.getConnection();
        var sql = connection.createStatement()) {
      return sql.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
