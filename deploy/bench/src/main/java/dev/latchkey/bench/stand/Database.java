package dev.latchkey.bench.stand;

import dev.latchkey.local.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The bench's own look at PostgreSQL. */
public record Database(String url, String user, String password) {

  static Database of(LocalSystem system) {
    return new Database(system.jdbcUrl(), system.databaseUser(), system.databasePassword());
  }

  /** The subject of the one account that the registry file declares. */
  public String subject() {
    return query("SELECT id FROM people.account");
  }

  public String version() {
    return query("SHOW server_version");
  }

  /** Does now what autovacuum would do within a minute, while somebody else is measured. */
  public void tidyUp() {
    try (var connection = connect();
        var sql = connection.createStatement()) {
      sql.execute("VACUUM ANALYZE registry.audit_event");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot tidy up", e);
    }
  }

  /**
   * Lets an hour pass for every linked device, as one does between two refreshes: within a minute a
   * refresh rotates nothing. Then tidies up, so that nothing of it is left to be done while others
   * are measured.
   */
  public void letAnHourPass() {
    try (var connection = connect();
        var sql = connection.createStatement()) {
      sql.execute(
          "UPDATE issued.linked_device SET created_at = created_at - interval '1 hour',"
              + " rotated_at = rotated_at - interval '1 hour',"
              + " last_seen_at = last_seen_at - interval '1 hour'");
      sql.execute("VACUUM ANALYZE issued.linked_device");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot let time pass", e);
    }
  }

  private String query(String query) {
    try (var connection = connect();
        var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException("no answer to " + query, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return "Database[" + url + ", " + user + "]";
  }
}
