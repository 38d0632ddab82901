package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code client} table. */
@Entity
@Table(name = "client")
class ClientRow {

  @Id
  @Column(name = "client_id")
  String clientId = "";

  String name = "";

  @Column(name = "token_endpoint_auth_method")
  String authenticationMethod = "";

  @Column(name = "secret_hash")
  @Nullable String secretHash;

  @Column(name = "grant_types")
  String grantTypes = "";

  String scopes = "";

  @Column(name = "default_api")
  @Nullable String defaultApi;

  @Column(name = "code_lifetime")
  long codeLifetime;

  @Column(name = "code_interval")
  long codeInterval;

  @Column(name = "code_charset")
  String codeCharset = "";

  @Column(name = "code_mask")
  String codeMask = "";

  @Column(name = "error_profile")
  String errorProfile = "";

  boolean enabled;

  boolean declared;

  Client toClient() {
    return new Client(
        new ClientId(clientId),
        name,
        enabled,
        AuthenticationMethod.of(authenticationMethod).orElseThrow(),
        Optional.ofNullable(secretHash).map(SecretHash::new),
        Optional.empty(),
        Set.of(),
        Scope.stored(grantTypes).tokens(),
        Scope.stored(scopes),
        Optional.ofNullable(defaultApi),
        Duration.ofMillis(codeLifetime),
        Duration.ofMillis(codeInterval),
        new UserCodeFormat(CharacterSet.valueOf(codeCharset), codeMask),
        ErrorProfile.valueOf(errorProfile));
  }
}
