package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.stand.Database;
import java.sql.SQLException;

/** What an administrator can do to PostgreSQL by mistake. */
final class SqlHarm {

  private final Database database;

  SqlHarm(Database database) {
    this.database = database;
  }

  /** Whatever touches a device waits, and holds its connection while it does. */
  Undo lockTables() throws SQLException {
    var connection = database.open();
    connection.setAutoCommit(false);
    try (var sql = connection.createStatement()) {
      sql.execute(
          "lock table issued.linked_device, issued.redemption, people.account"
              + " in access exclusive mode");
    }
    return () -> {
      connection.rollback();
      connection.close();
    };
  }

  /** Hangs up on the services, and lets two of their connections in. */
  Undo refuseConnections() throws SQLException {
    var role = database.services();
    run("alter role " + role + " connection limit 2");
    run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    return () -> run("alter role " + role + " connection limit -1");
  }

  private void run(String statement) throws SQLException {
    try (var connection = database.open();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
