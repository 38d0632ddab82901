package dev.latchkey.ui;

import dev.latchkey.stores.RealStores;
import java.sql.SQLException;

/**
 * The registry's tables, spelled out as this service expects them: a change on their owner's side
 * breaks the whole-system tests, a change here these.
 */
public final class Registry {

  private static final String TABLES =
      """
      create schema if not exists registry;
      create table if not exists registry.client (
        client_id text primary key, name text not null default 'Living-room TV',
        enabled boolean not null default true, logo_id text, logo text,
        scopes text not null default '');
      create table if not exists registry.api (
        identifier text primary key, name text not null default 'TV programme',
        enabled boolean not null default true);
      create table if not exists registry.api_scope (
        api text not null, scope text not null, language text not null, words text not null,
        primary key (api, scope, language));
      """;

  private Registry() {}

  /** Makes the tables, as often as one likes. */
  public static void moveIn(RealStores stores) {
    run(stores, TABLES);
  }

  public static void hasClient(RealStores stores, String id) {
    moveIn(stores);
    run(
        stores,
        "insert into registry.client (client_id) values ('" + id + "') on conflict do nothing");
  }

  public static void hasApi(RealStores stores, String identifier) {
    moveIn(stores);
    run(
        stores,
        "insert into registry.api (identifier) values ('"
            + identifier
            + "') on conflict do nothing");
  }

  public static void run(RealStores stores, String... statements) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
