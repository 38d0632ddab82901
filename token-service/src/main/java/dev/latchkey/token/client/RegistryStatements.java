package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.client.SecretHash;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the registry's tables, which device-authz-service owns, one row at a time. */
@ApplicationScoped
class RegistryStatements {

  private static final String CLIENT =
      """
      select client_id, enabled, token_endpoint_auth_method, secret_hash, grant_types, scopes,
          error_profile, jwks, jwks_uri, allowed_origins, require_dpop, refresh_rotation,
          refresh_idle_lifetime, refresh_absolute_lifetime, id_token_alg
        from registry.client where client_id = $1
      """;
  private static final String API =
      """
      select identifier, enabled, allow_offline_access, access_token_lifetime, introspection_clients
        from registry.api where identifier = $1
      """;
  private static final String ALLOWED_ORIGINS =
      "select distinct allowed_origins from registry.client where enabled";

  private final Pool pool;

  RegistryStatements(Pool pool) {
    this.pool = pool;
  }

  Future<Optional<Client>> client(String id) {
    return find(CLIENT, id, RegistryStatements::client);
  }

  Future<Optional<Api>> api(String identifier) {
    return find(API, identifier, RegistryStatements::api);
  }

  /** Every origin that an enabled client lists. */
  Future<Set<String>> allowedOrigins() {
    return pool.query(ALLOWED_ORIGINS)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .flatMap(row -> SpacedWords.stored(row.getString("allowed_origins")).stream())
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private <T> Future<Optional<T>> find(String statement, String key, Function<Row, T> read) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(key))
        .map(rows -> rows.stream().findFirst().map(read));
  }

  private static Client client(Row row) {
    return new Client(
        new ClientId(row.getString("client_id")),
        row.getBoolean("enabled"),
        AuthenticationMethod.of(row.getString("token_endpoint_auth_method")).orElseThrow(),
        Optional.ofNullable(row.getString("secret_hash")).map(SecretHash::new),
        keys(row.getString("jwks"), row.getString("jwks_uri")),
        SpacedWords.stored(row.getString("allowed_origins")),
        SpacedWords.stored(row.getString("grant_types")),
        Scope.stored(row.getString("scopes")),
        ErrorProfile.valueOf(row.getString("error_profile")),
        row.getBoolean("require_dpop"),
        new RefreshPolicy(
            row.getBoolean("refresh_rotation"),
            lifetime(row, "refresh_idle_lifetime"),
            lifetime(row, "refresh_absolute_lifetime")),
        Optional.ofNullable(row.getString("id_token_alg")));
  }

  private static Optional<ClientKeys> keys(@Nullable String jwks, @Nullable String jwksUri) {
    return Optional.ofNullable(jwks)
        .<ClientKeys>map(ClientKeys.Inline::new)
        .or(() -> Optional.ofNullable(jwksUri).map(URI::create).map(ClientKeys.At::new));
  }

  private static Optional<Duration> lifetime(Row row, String column) {
    return Optional.ofNullable(row.getLong(column)).map(Duration::ofMillis);
  }

  private static Api api(Row row) {
    return new Api(
        row.getString("identifier"),
        row.getBoolean("enabled"),
        row.getBoolean("allow_offline_access"),
        Duration.ofMillis(row.getLong("access_token_lifetime")),
        SpacedWords.stored(row.getString("introspection_clients")).stream()
            .map(ClientId::new)
            .collect(Collectors.toSet()));
  }
}
