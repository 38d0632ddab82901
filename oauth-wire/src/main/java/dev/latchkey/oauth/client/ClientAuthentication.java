package dev.latchkey.oauth.client;

import dev.latchkey.oauth.client.Credential.Assertion;
import dev.latchkey.oauth.client.Credential.Nothing;
import dev.latchkey.oauth.client.Credential.Secret;
import dev.latchkey.oauth.error.OAuthException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Decides whether a request comes from the client it names. */
@ApplicationScoped
public class ClientAuthentication {

  static final String UNKNOWN = "The client is unknown or has been stopped";

  private final ClientAssertions assertions;

  ClientAuthentication(ClientAssertions assertions) {
    this.assertions = assertions;
  }

  /**
   * The client, if the credentials are its own. Fails with {@code invalid_client} for an unknown or
   * stopped client, another method than the registered one, and a wrong secret or assertion; with
   * {@link dev.latchkey.grant.GrantStoreException} or {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when that cannot be found out.
   */
  public <C extends AuthenticatingClient> Uni<C> verify(
      ClientCredentials sent, Optional<C> registered) {
    var client = requireEnabled(sent, registered);
    if (client.authenticationMethod() != sent.method()) {
      throw refused(
          sent,
          switch (client.authenticationMethod()) {
            case NONE -> "A public client must not authenticate";
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, PRIVATE_KEY_JWT ->
                "The client must authenticate by " + client.authenticationMethod().registeredName();
          });
    }
    return switch (sent.shown()) {
      case Nothing.NOTHING -> Uni.createFrom().item(client);
      case Secret(var method, var value) -> {
        if (!client.secret().map(hash -> hash.matches(value)).orElse(false)) {
          throw refused(sent, "The client's credentials are wrong");
        }
        yield Uni.createFrom().item(client);
      }
      case Assertion(var jwt) -> assertions.verify(jwt, client).replaceWith(client);
    };
  }

  /**
   * The client that the request names, which still has to show that it comes from there. Fails with
   * {@code invalid_client} for an unknown or stopped one.
   */
  public <C extends AuthenticatingClient> C requireEnabled(
      ClientCredentials sent, Optional<C> registered) {
    return registered
        .filter(AuthenticatingClient::enabled)
        .orElseThrow(() -> refused(sent, UNKNOWN));
  }

  private static OAuthException refused(ClientCredentials sent, String description) {
    return OAuthException.invalidClient(description, sent.usedHeader());
  }
}
