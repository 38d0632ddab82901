package dev.latchkey.chaos.stand;

import dev.latchkey.chaos.book.Fence;
import dev.latchkey.chaos.load.Ages;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** PostgreSQL as its administrator sees it, beside the line that the services use. */
public final class Database implements Ages {

  private static final String ADMINISTRATOR = "postgres";
  private static final List<String> AWAY = List.of("08", "53", "57");

  private final String url;
  private final String services;
  private final String password;

  Database(String url, String services, String password) {
    this.url = url;
    this.services = services;
    this.password = password;
  }

  /** A connection that takes none of the services'. */
  public Connection open() throws SQLException {
    var login = new Properties();
    login.setProperty("user", ADMINISTRATOR);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "2");
    login.setProperty("socketTimeout", "5");
    return DriverManager.getConnection(url, login);
  }

  /** The role that the services are. */
  public String services() {
    return services;
  }

  @Override
  public void age(String device) {
    try (var connection = open();
        var older =
            connection.prepareStatement(
                "update issued.linked_device set rotated_at = rotated_at - interval '2 minutes'"
                    + " where id = ?")) {
      older.setObject(1, UUID.fromString(device));
      older.executeUpdate();
    } catch (SQLException e) {
      // Away just now, as it is for everybody: the device is as young as it was.
      if (!isAway(e)) {
        throw new IllegalStateException("a device cannot be aged", e);
      }
    }
  }

  /** Connections (08), resources (53) and administrators (57). */
  private static boolean isAway(SQLException e) {
    var state = Objects.requireNonNullElse(e.getSQLState(), "");
    return AWAY.stream().anyMatch(state::startsWith);
  }

  /** What became of redeemed grants. */
  public Map<String, Fence> fences() throws SQLException {
    var fences = new HashMap<String, Fence>();
    try (var connection = open();
        var sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "select grant_id, id, revoked_at is not null from issued.redemption"
                    + " left join issued.linked_device using (grant_id)")) {
      while (rows.next()) {
        fences.put(
            rows.getString(1), new Fence(String.valueOf(rows.getString(2)), rows.getBoolean(3)));
      }
    }
    return fences;
  }
}
