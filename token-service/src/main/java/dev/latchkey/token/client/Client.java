package dev.latchkey.token.client;

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
 * A registered client, as this service sees it.
 *
 * @param allowedOrigins the web origins that it may be a page of (DESIGN section 3)
 * @param scopes what it may ask for; what is gone from here is gone from refreshed tokens too
 * @param requiresDpop whether it is given tokens only when it shows a DPoP key (RFC 9449 section
 *     5.2, {@code dpop_bound_access_tokens})
 * @param idTokenAlgorithm the algorithm it wants its ID tokens signed with, if it says so
 */
public record Client(
    ClientId id,
    boolean enabled,
    AuthenticationMethod authenticationMethod,
    Optional<SecretHash> secret,
    Optional<ClientKeys> keys,
    Set<String> allowedOrigins,
    Set<String> grantTypes,
    Scope scopes,
    ErrorProfile errorProfile,
    boolean requiresDpop,
    RefreshPolicy refresh,
    Optional<String> idTokenAlgorithm)
    implements AuthenticatingClient {

  public Client {
    allowedOrigins = Set.copyOf(allowedOrigins);
    grantTypes = Set.copyOf(grantTypes);
  }

  public boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }

  /** Whether it only names itself: nothing but a DPoP key tells it from a thief. */
  public boolean isPublic() {
    return authenticationMethod == AuthenticationMethod.NONE;
  }
}
