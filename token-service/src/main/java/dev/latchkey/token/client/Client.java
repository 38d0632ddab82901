package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.oauth.client.AuthenticatingClient;
import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.client.SecretHash;
import java.util.Optional;
import java.util.Set;

/** A registered client, as this service sees it. */
public record Client(
    ClientId id,
    boolean enabled,
    AuthenticationMethod authenticationMethod,
    Optional<SecretHash> secret,
    Set<String> grantTypes,
    ErrorProfile errorProfile)
    implements AuthenticatingClient {

  public Client {
    grantTypes = Set.copyOf(grantTypes);
  }

  public boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }
}
