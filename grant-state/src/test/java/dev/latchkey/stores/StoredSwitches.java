package dev.latchkey.stores;

import java.sql.SQLException;

/**
 * Kill switches in the registry, thrown and released behind the services' backs. Spelled out as
 * every service expects the table: a change of its owner's breaks the tests of that one.
 */
public final class StoredSwitches {

  private static final String TABLE =
      """
      create schema if not exists registry;
      create table if not exists registry.kill_switch (
        kind text not null, name text not null, source text not null,
        since timestamptz not null default now(), thrown_by text,
        primary key (kind, name, source));
      """;

  private final RealStores stores;

  private StoredSwitches(RealStores stores) {
    this.stores = stores;
  }

  public static StoredSwitches in(RealStores stores) {
    var switches = new StoredSwitches(stores);
    switches.run(TABLE);
    return switches;
  }

  /** An administrator switches it off. */
  public void off(String kind, String name) {
    run(
        """
        insert into registry.kill_switch (kind, name, source, thrown_by)
          values ('%s', '%s', 'admin', 'admin-cli') on conflict do nothing
        """
            .formatted(kind, name));
  }

  /** Nothing is off any more. */
  public void releaseAll() {
    run("delete from registry.kill_switch");
  }

  private void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
