package dev.latchkey.authz.registry;

import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.AuthenticatingClient;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.client.SecretHash;
import java.util.Optional;
import java.util.Set;

/**
 * A registered client.
 *
 * @param logoId names its picture; the picture itself stays in the table
 * @param allowedOrigins the web origins that it may be a page of (DESIGN section 3)
 * @param requiresPkce whether it starts no grant without a {@code code_challenge} (RFC 7636)
 * @param approval what it demands of whoever approves its devices
 */
public record Client(
    ClientId id,
    String name,
    Optional<String> logoId,
    boolean enabled,
    AuthenticationMethod authenticationMethod,
    Optional<SecretHash> secret,
    Optional<ClientKeys> keys,
    Set<String> allowedOrigins,
    Set<String> grantTypes,
    Scope scopes,
    Optional<String> defaultApi,
    boolean requiresPkce,
    CodeRules codes,
    TokenRules tokens,
    ApprovalPolicy approval,
    ErrorProfile errorProfile)
    implements AuthenticatingClient {

  /** RFC 8628 section 3.4. */
  public static final String DEVICE_CODE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  public static final String REFRESH_TOKEN_GRANT = "refresh_token";

  /** RFC 6749 section 4.4: the client acts for itself, with no person. */
  public static final String CLIENT_CREDENTIALS_GRANT = "client_credentials";

  /** Scopes that need no API: those of OpenID Connect. */
  public static final Set<String> STANDARD_SCOPES =
      Set.of("openid", "profile", "email", "offline_access");

  public Client {
    allowedOrigins = Set.copyOf(allowedOrigins);
    grantTypes = Set.copyOf(grantTypes);
  }

  /** Whether it only names itself. */
  public boolean isPublic() {
    return authenticationMethod == AuthenticationMethod.NONE;
  }

  /** Whether it authenticates by a secret (RFC 6749 section 2.3.1). */
  public boolean hasSecret() {
    return switch (authenticationMethod) {
      case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> true;
      case NONE, PRIVATE_KEY_JWT -> false;
    };
  }

  /** The same, and stopped for good. */
  public Client stopped() {
    return new Client(
        id,
        name,
        logoId,
        false,
        authenticationMethod,
        secret,
        keys,
        allowedOrigins,
        grantTypes,
        scopes,
        defaultApi,
        requiresPkce,
        codes,
        tokens,
        approval,
        errorProfile);
  }

  public boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }

  /** Whether it is registered for that API: as its default, or for a scope of it. */
  public boolean mayAskFor(Api api) {
    return defaultApi.filter(api.identifier()::equals).isPresent()
        || !scopes.intersect(api.scopes().keySet()).isEmpty();
  }
}
