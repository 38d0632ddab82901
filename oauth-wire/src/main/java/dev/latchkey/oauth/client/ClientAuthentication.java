package dev.latchkey.oauth.client;

import dev.latchkey.oauth.client.Credential.Assertion;
import dev.latchkey.oauth.client.Credential.Nothing;
import dev.latchkey.oauth.client.Credential.Secret;
import dev.latchkey.oauth.cors.CrossOrigin;
import dev.latchkey.oauth.error.OAuthException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
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
   * dev.latchkey.oauth.store.StoreUnavailableException} when that cannot be found out. The answer
   * to the request, whatever it will be, may be read by the web origins that the client lists.
   */
  public <C extends AuthenticatingClient> Uni<C> verify(
      HttpServerRequest request, ClientCredentials sent, Optional<C> registered) {
    registered.ifPresent(client -> CrossOrigin.allow(request, client.allowedOrigins()));
    return verify(sent, registered);
  }

  <C extends AuthenticatingClient> Uni<C> verify(ClientCredentials sent, Optional<C> registered) {
    var client = registered.filter(AuthenticatingClient::enabled).orElse(null);
    if (client == null) {
      throw refused(sent, UNKNOWN);
    }
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

  private static OAuthException refused(ClientCredentials sent, String description) {
    return OAuthException.invalidClient(description, sent.usedHeader());
  }
}
