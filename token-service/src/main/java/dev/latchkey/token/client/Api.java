package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import java.time.Duration;
import java.util.Set;

/**
 * A registered API, as this service sees it.
 *
 * @param introspectionClients the clients through which the API looks at its tokens (RFC 7662)
 */
public record Api(
    String identifier,
    boolean enabled,
    boolean allowOfflineAccess,
    Duration accessTokenLifetime,
    Set<ClientId> introspectionClients) {

  public Api {
    introspectionClients = Set.copyOf(introspectionClients);
  }
}
