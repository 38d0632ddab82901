package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.client.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code client} table. Longer than others, as the one place that knows its columns. */
@Entity
@Table(name = "client")
class ClientRow implements EditedRow<Declaration.Entry> {

  @Id
  @Column(name = "client_id")
  String clientId = "";

  String name = "";

  @Nullable String logo;

  @Column(name = "logo_id")
  @Nullable String logoId;

  @Column(name = "token_endpoint_auth_method")
  String authenticationMethod = "";

  @Column(name = "secret_hash")
  @Nullable String secretHash;

  @Nullable String jwks;

  @Column(name = "jwks_uri")
  @Nullable String jwksUri;

  @Column(name = "allowed_origins")
  String allowedOrigins = "";

  @Column(name = "grant_types")
  String grantTypes = "";

  String scopes = "";

  @Column(name = "default_api")
  @Nullable String defaultApi;

  @Column(name = "require_pkce")
  boolean requirePkce;

  @Column(name = "code_lifetime")
  long codeLifetime;

  @Column(name = "code_interval")
  long codeInterval;

  @Column(name = "code_charset")
  String codeCharset = "";

  @Column(name = "code_mask")
  String codeMask = "";

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

  @Embedded ApprovalColumns approval = new ApprovalColumns();

  @Column(name = "error_profile")
  String errorProfile = "";

  boolean enabled;

  boolean declared;

  Client toClient() {
    return new Client(
        new ClientId(clientId),
        name,
        Optional.ofNullable(logoId),
        enabled,
        AuthenticationMethod.of(authenticationMethod).orElseThrow(),
        Optional.ofNullable(secretHash).map(SecretHash::new),
        keys(),
        SpacedWords.stored(allowedOrigins),
        SpacedWords.stored(grantTypes),
        Scope.stored(scopes),
        Optional.ofNullable(defaultApi),
        requirePkce,
        new CodeRules(
            Duration.ofMillis(codeLifetime),
            Duration.ofMillis(codeInterval),
            new UserCodeFormat(CharacterSet.valueOf(codeCharset), codeMask)),
        new TokenRules(
            requireDpop,
            refreshRotation,
            Optional.ofNullable(refreshIdleLifetime).map(Duration::ofMillis),
            Optional.ofNullable(refreshAbsoluteLifetime).map(Duration::ofMillis),
            Optional.ofNullable(idTokenAlgorithm)),
        approval.toPolicy(),
        ErrorProfile.valueOf(errorProfile));
  }

  StoredClient stored() {
    return new StoredClient(toClient(), Optional.ofNullable(logo).map(Logo::new), declared);
  }

  private Optional<ClientKeys> keys() {
    return Optional.ofNullable(jwks)
        .<ClientKeys>map(ClientKeys.Inline::new)
        .or(() -> Optional.ofNullable(jwksUri).map(URI::create).map(ClientKeys.At::new));
  }

  @Override
  public String key() {
    return clientId;
  }

  @Override
  public boolean take(Declaration.Entry entry) {
    var before = declared ? toClient() : null;
    write(entry);
    declared = true;
    secretHash = hash(entry.secret().orElse(null), secretHash);
    return !toClient().equals(before);
  }

  /** Whoever edits a client knows no secret: without a new one, the client keeps what it has. */
  @Override
  public void edit(Declaration.Entry entry) {
    write(entry);
    var kept = entry.client().hasSecret() ? secretHash : null;
    secretHash = entry.secret().map(SecretHash::of).map(SecretHash::encoded).orElse(kept);
  }

  private void write(Declaration.Entry entry) {
    var client = entry.client();
    clientId = client.id().value();
    name = client.name();
    logo = entry.logo().map(Logo::dataUri).orElse(null);
    logoId = client.logoId().orElse(null);
    enabled = client.enabled();
    authenticationMethod = client.authenticationMethod().registeredName();
    takeKeys(client.keys().orElse(null));
    allowedOrigins = SpacedWords.write(client.allowedOrigins());
    grantTypes = SpacedWords.write(client.grantTypes());
    scopes = client.scopes().toString();
    defaultApi = client.defaultApi().orElse(null);
    requirePkce = client.requiresPkce();
    codeLifetime = client.codes().lifetime().toMillis();
    codeInterval = client.codes().interval().toMillis();
    codeCharset = client.codes().userCodeFormat().characterSet().name();
    codeMask = client.codes().userCodeFormat().mask();
    requireDpop = client.tokens().requiresDpop();
    refreshRotation = client.tokens().rotatesRefreshTokens();
    refreshIdleLifetime = millis(client.tokens().refreshIdleLifetime());
    refreshAbsoluteLifetime = millis(client.tokens().refreshAbsoluteLifetime());
    idTokenAlgorithm = client.tokens().idTokenAlgorithm().orElse(null);
    approval.take(client.approval());
    errorProfile = client.errorProfile().name();
  }

  @Override
  public boolean withdraw() {
    var stopped = declared && enabled;
    enabled = enabled && !declared;
    declared = false;
    return stopped;
  }

  private void takeKeys(@Nullable ClientKeys keys) {
    jwks = keys instanceof ClientKeys.Inline(var json) ? json : null;
    jwksUri = keys instanceof ClientKeys.At(var uri) ? uri.toString() : null;
  }

  private static @Nullable Long millis(Optional<Duration> duration) {
    return duration.map(Duration::toMillis).orElse(null);
  }

  /** Hashes are salted: a secret that has not changed keeps its hash, and the row its version. */
  private static @Nullable String hash(@Nullable String secret, @Nullable String current) {
    if (secret == null) {
      return null;
    }
    return current != null && new SecretHash(current).matches(secret)
        ? current
        : SecretHash.of(secret).encoded();
  }
}
