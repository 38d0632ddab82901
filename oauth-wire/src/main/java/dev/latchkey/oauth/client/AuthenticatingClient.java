package dev.latchkey.oauth.client;

import dev.latchkey.grant.ClientId;
import java.util.Optional;

/** What authentication needs to know of a registered client; each service has its own view. */
public interface AuthenticatingClient {

  ClientId id();

  /** False once an operator has stopped the client. */
  boolean enabled();

  AuthenticationMethod authenticationMethod();

  /** The secret, for the methods that have one. */
  Optional<SecretHash> secret();

  /** The keys, for the method that has them. */
  Optional<ClientKeys> keys();
}
