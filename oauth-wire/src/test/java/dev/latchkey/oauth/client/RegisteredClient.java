package dev.latchkey.oauth.client;

import dev.latchkey.grant.ClientId;
import java.util.Optional;
import java.util.Set;

/** The client {@code tv}, as a registry may know it. */
record RegisteredClient(
    ClientId id,
    boolean enabled,
    AuthenticationMethod authenticationMethod,
    Optional<SecretHash> secret,
    Optional<ClientKeys> keys,
    Set<String> allowedOrigins)
    implements AuthenticatingClient {

  static RegisteredClient of(AuthenticationMethod method) {
    return new RegisteredClient(
        new ClientId("tv"), true, method, Optional.empty(), Optional.empty(), Set.of());
  }

  RegisteredClient stopped() {
    return new RegisteredClient(id, false, authenticationMethod, secret, keys, allowedOrigins);
  }

  RegisteredClient withSecret(String text) {
    return new RegisteredClient(
        id, enabled, authenticationMethod, Optional.of(SecretHash.of(text)), keys, allowedOrigins);
  }

  RegisteredClient withKeys(String json) {
    return withKeys(new ClientKeys.Inline(json));
  }

  RegisteredClient withKeys(ClientKeys given) {
    return new RegisteredClient(
        id, enabled, authenticationMethod, secret, Optional.of(given), allowedOrigins);
  }
}
