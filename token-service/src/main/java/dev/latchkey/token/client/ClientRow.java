package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.client.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The {@code client} table, which device-authz-service owns; read-only here. */
@Entity
@Immutable
@Table(name = "client", schema = "registry")
class ClientRow {

  @Id
  @Column(name = "client_id")
  String clientId = "";

  boolean enabled;

  @Column(name = "token_endpoint_auth_method")
  String authenticationMethod = "";

  @Column(name = "secret_hash")
  @Nullable String secretHash;

  @Column(name = "grant_types")
  String grantTypes = "";

  String scopes = "";

  @Column(name = "error_profile")
  String errorProfile = "";

  @Nullable String jwks;

  @Column(name = "jwks_uri")
  @Nullable String jwksUri;

  @Column(name = "allowed_origins")
  String allowedOrigins = "";

  @Column(name = "require_dpop")
  boolean requireDpop;

  @Column(name = "refresh_rotation")
  boolean refreshRotation;

  @Column(name = "refresh_idle_lifetime")
  @Nullable Long refreshIdleLifetime;

  @Column(name = "refresh_absolute_lifetime")
  @Nullable Long refreshAbsoluteLifetime;

  @Column(name = "id_token_alg")
  @Nullable String idTokenAlgorithm;

  Client toClient() {
    return new Client(
        new ClientId(clientId),
        enabled,
        AuthenticationMethod.of(authenticationMethod).orElseThrow(),
        Optional.ofNullable(secretHash).map(SecretHash::new),
        keys(),
        SpacedWords.stored(allowedOrigins),
        SpacedWords.stored(grantTypes),
        Scope.stored(scopes),
        ErrorProfile.valueOf(errorProfile),
        requireDpop,
        new RefreshPolicy(
            refreshRotation,
            Optional.ofNullable(refreshIdleLifetime).map(Duration::ofMillis),
            Optional.ofNullable(refreshAbsoluteLifetime).map(Duration::ofMillis)),
        Optional.ofNullable(idTokenAlgorithm));
  }

  private Optional<ClientKeys> keys() {
    return Optional.ofNullable(jwks)
        .<ClientKeys>map(ClientKeys.Inline::new)
        .or(() -> Optional.ofNullable(jwksUri).map(URI::create).map(ClientKeys.At::new));
  }
}
