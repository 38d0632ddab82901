package dev.latchkey.oauth.client;

import dev.latchkey.oauth.error.OAuthException;
import java.util.Optional;

/** Decides whether a request comes from the client it names. */
public final class ClientAuthentication {

  static final String UNKNOWN = "The client is unknown or has been stopped";

  private ClientAuthentication() {}

  /**
   * The client, if the credentials are its own. Fails with {@code invalid_client} for an unknown or
   * stopped client, another method than the registered one, and a wrong secret.
   */
  public static <C extends AuthenticatingClient> C verify(
      ClientCredentials sent, Optional<C> registered) {
    var client = registered.filter(AuthenticatingClient::enabled).orElse(null);
    if (client == null) {
      throw refused(sent, UNKNOWN);
    }
    if (client.authenticationMethod() != sent.method()) {
      throw refused(
          sent,
          switch (client.authenticationMethod()) {
            case NONE -> "A public client must not authenticate";
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST ->
                "The client must authenticate by " + client.authenticationMethod().registeredName();
          });
    }
    var secret = sent.secret();
    if (secret != null && !client.secret().map(hash -> hash.matches(secret)).orElse(false)) {
      throw refused(sent, "The client's credentials are wrong");
    }
    return client;
  }

  private static OAuthException refused(ClientCredentials sent, String description) {
    return OAuthException.invalidClient(description, sent.usedHeader());
  }
}
