package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

  @Column(name = "error_profile")
  String errorProfile = "";

  Client toClient() {
    return new Client(
        new ClientId(clientId),
        enabled,
        AuthenticationMethod.of(authenticationMethod).orElseThrow(),
        Optional.ofNullable(secretHash).map(SecretHash::new),
        Scope.stored(grantTypes).tokens(),
        ErrorProfile.valueOf(errorProfile));
  }
}
