package dev.latchkey.ui;

import dev.latchkey.stores.RealStores;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables of other services that this one reads, spelled out as it expects them: a change on
 * their side breaks the whole-system tests, a change here these.
 */
public final class Neighbours {

  private static final String TABLES =
      """
      create schema if not exists issued;
      create table if not exists issued.linked_device (
        id uuid primary key, subject uuid not null, client_id text not null, scope text not null,
        api text, refreshable boolean not null, own_name text, device_name text, device_model text,
        address text not null, last_address text,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(), revoked_at timestamptz);
      insert into registry.client (client_id, name) values ('living-room-tv', 'Living-room TV')
        on conflict do nothing;
      insert into registry.api (identifier, name)
        values ('https://api.example.com/tv', 'TV programme') on conflict do nothing;
      insert into registry.api_scope
        values ('https://api.example.com/tv', 'watch', 'en', 'Watch your programmes')
        on conflict do nothing;
      """;

  private final RealStores stores;

  private Neighbours(RealStores stores) {
    this.stores = stores;
  }

  /** Fills the tables, as often as one likes. */
  public static Neighbours moveIn(RealStores stores) {
    var neighbours = new Neighbours(stores);
    Registry.moveIn(stores);
    neighbours.run(TABLES);
    return neighbours;
  }

  /** A device that is linked to the account of that name, which has signed in before. */
  public UUID links(String username) {
    var id = UUID.randomUUID();
    run(
        """
        insert into issued.linked_device
          (id, subject, client_id, scope, api, refreshable, device_name, device_model, address)
          select '%s', id, 'living-room-tv', 'openid watch offline_access',
            'https://api.example.com/tv', true, 'Samsung', 'QE65', '192.0.2.7'
          from people.account where username = '%s'
        """
            .formatted(id, username));
    return id;
  }

  /** Changes a device's row, as in {@code "own_name = 'Kitchen'"}. */
  public void change(UUID device, String how) {
    run("update issued.linked_device set %s where id = '%s'".formatted(how, device));
  }

  public void unlinkAll() {
    run("delete from issued.linked_device");
  }

  public String account(String username) {
    return String.valueOf(
        value("select id::text from people.account where username = '%s'".formatted(username)));
  }

  public void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String value(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
