package dev.latchkey.oauth.client;

import java.util.Optional;

/** What authentication needs to know of a registered client; each service has its own view. */
public interface AuthenticatingClient {

  /** False once an operator has stopped the client. */
  boolean enabled();

  AuthenticationMethod authenticationMethod();

  /** The secret, for the methods that have one. */
  Optional<SecretHash> secret();
}
