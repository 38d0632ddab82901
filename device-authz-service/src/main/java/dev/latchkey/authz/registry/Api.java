package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A registered API.
 *
 * @param identifier the {@code aud} of its access tokens
 * @param scopes what can be asked for, with the API's own words for each
 * @param introspectionClients the clients through which the API looks at its tokens (RFC 7662)
 */
public record Api(
    String identifier,
    String name,
    boolean enabled,
    Map<String, Words> scopes,
    boolean allowOfflineAccess,
    Duration accessTokenLifetime,
    Set<ClientId> introspectionClients) {

  public Api {
    scopes = Map.copyOf(scopes);
    introspectionClients = Set.copyOf(introspectionClients);
  }

  /** The same, and withdrawn. */
  public Api stopped() {
    return new Api(
        identifier,
        name,
        false,
        scopes,
        allowOfflineAccess,
        accessTokenLifetime,
        introspectionClients);
  }
}
