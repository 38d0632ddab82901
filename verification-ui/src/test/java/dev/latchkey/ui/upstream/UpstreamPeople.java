package dev.latchkey.ui.upstream;

import dev.latchkey.stores.RealStores;
import java.sql.SQLException;

/** The accounts of the provider's people, in the database. */
record UpstreamPeople(RealStores stores, FakeProvider provider) {

  /** Empty if there is none. */
  String account(String subject) {
    return value(
        "select account from people.upstream_identity where subject = '"
            + subject
            + "' and issuer = '"
            + provider.issuer()
            + "'");
  }

  /** The first column of the first row; empty if there is none. */
  String value(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
