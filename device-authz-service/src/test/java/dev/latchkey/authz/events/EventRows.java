package dev.latchkey.authz.events;

import dev.latchkey.stores.RealStores;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The audit events in PostgreSQL, and lines of them, spelled out as services write them. */
public record EventRows(RealStores stores) {

  /** Ids sort by time; the rest of them is drawn. */
  public static UUID id(Instant time) {
    var drawn = UUID.randomUUID();
    return new UUID(
        time.toEpochMilli() << 16 | 0x7000 | (drawn.getMostSignificantBits() & 0xFFF),
        drawn.getLeastSignificantBits());
  }

  /** A line with all that is asked for, and a field of its own. */
  public static String line(UUID id, Instant time, String event, String client, String subject) {
    return """
        {"id":"%s","time":"%s","service":"test","event":"%s","grant":"g-%s","client_id":"%s",\
        "subject":"%s","address":"192.0.2.7"}"""
        .formatted(id, time, event, client, client, subject);
  }

  public static String line(UUID id) {
    return line(id, Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), "test", "tv", "al");
  }

  /** How many rows have one of the ids. */
  public int count(List<UUID> ids) {
    return strings("select id from registry.audit_event").stream()
        .map(UUID::fromString)
        .filter(new HashSet<>(ids)::contains)
        .toList()
        .size();
  }

  public boolean has(UUID id) {
    return !strings("select id from registry.audit_event where id = '" + id + "'").isEmpty();
  }

  /** The first column of each row. */
  public List<String> strings(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
