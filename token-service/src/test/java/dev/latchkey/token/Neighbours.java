package dev.latchkey.token;

import dev.latchkey.oauth.client.SecretHash;
import dev.latchkey.stores.RealStores;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The tables of other services that this one reads, spelled out as it expects them: a change on
 * their side breaks the whole-system tests, a change here these.
 */
public final class Neighbours {

  public static final UUID ALICE = UUID.fromString("0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001");
  public static final UUID MALLORY = UUID.fromString("0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0002");
  public static final String SECRET = "a-secret-of-more-than-24-characters";

  static final String TABLES =
      """
      create schema if not exists registry;
      create schema if not exists people;
      create table if not exists registry.client (
        client_id text primary key, enabled boolean not null default true,
        token_endpoint_auth_method text not null, secret_hash text, jwks text, jwks_uri text,
        grant_types text not null,
        scopes text not null default 'openid profile email offline_access watch record',
        error_profile text not null default 'RFC8628', allowed_origins text not null default '',
        require_pkce boolean not null default false, require_dpop boolean not null default false,
        refresh_rotation boolean not null default true, refresh_idle_lifetime bigint,
        refresh_absolute_lifetime bigint, id_token_alg text);
      create table if not exists registry.api (
        identifier text primary key, enabled boolean not null, allow_offline_access boolean not null,
        access_token_lifetime bigint not null, introspection_clients text not null default '');
      create table if not exists people.account (
        id uuid primary key, username text not null, name text not null, email text,
        email_verified boolean not null, disabled boolean not null,
        locked boolean not null default false, updated_at timestamptz not null);
      create table if not exists people.upstream_identity (
        issuer text, subject text, provider text not null, account uuid not null,
        signed_in_at timestamptz not null, primary key (issuer, subject));
      insert into registry.api values ('https://api.example.com/tv', true, true, 600000)
        on conflict do nothing;
      """;

  private static final String BOTH_GRANTS =
      "urn:ietf:params:oauth:grant-type:device_code refresh_token";

  private Neighbours() {}

  /** Fills the tables, as often as one likes. */
  public static void moveIn(RealStores stores) {
    run(stores, TABLES);
    client(stores, "living-room-tv", "none", "RFC8628", BOTH_GRANTS);
    client(stores, "other-tv", "none", "RFC8628", BOTH_GRANTS);
    client(stores, "auth0-tv", "none", "AUTH0", BOTH_GRANTS);
    client(stores, "printer", "client_secret_basic", "RFC8628", BOTH_GRANTS);
    client(stores, "backend", "none", "RFC8628", "client_credentials");
    client(stores, "admin-cli", "client_secret_basic", "RFC8628", "client_credentials");
    run(
        stores,
        "update registry.client set scopes = 'latchkey:admin' where client_id = 'admin-cli'");
    client(stores, "report-job", "client_secret_basic", "RFC8628", "client_credentials");
    account(stores, ALICE, "alice", false);
    account(stores, MALLORY, "mallory", true);
  }

  /** A public client of both grants, with something set otherwise than for all. */
  public static void publicClient(RealStores stores, String id, String otherwise) {
    client(stores, id, "none", "RFC8628", BOTH_GRANTS);
    run(stores, "update registry.client set %s where client_id = '%s'".formatted(otherwise, id));
  }

  public static void run(RealStores stores, String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void client(
      RealStores stores, String id, String method, String profile, String grantTypes) {
    var secret = method.equals("none") ? "null" : "'" + SecretHash.of(SECRET).encoded() + "'";
    run(
        stores,
        """
        insert into registry.client
          (client_id, token_endpoint_auth_method, secret_hash, grant_types, error_profile)
          values ('%s', '%s', %s, '%s', '%s') on conflict do nothing
        """
            .formatted(id, method, secret, grantTypes, profile));
  }

  private static void account(RealStores stores, UUID id, String username, boolean disabled) {
    run(
        stores,
        """
        insert into people.account
          (id, username, name, email, email_verified, disabled, updated_at)
          values ('%s', '%s', '%s', '%s@example.com', true, %s, now()) on conflict do nothing
        """
            .formatted(id, username, username, username, disabled));
  }
}
