package dev.latchkey.token.endpoint;

import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;

import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.form.ResourceIndicator;
import dev.latchkey.oauth.load.Place;
import dev.latchkey.oauth.origin.ClientAddress;
import dev.latchkey.token.grant.Caller;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** A request for tokens, before anybody has looked who sends it. */
record TokenRequest(
    HttpServerRequest http,
    OAuthForm form,
    ClientCredentials credentials,
    Place place,
    ClientAddress addresses)
    implements Caller {

  @Override
  public Optional<String> address() {
    // A connection that is closed has no address any more.
    return http.response().closed() || http.remoteAddress() == null
        ? Optional.empty()
        : Optional.of(addresses.of(http));
  }

  /**
   * Drops what was sent: requests that wait are kept by the thousand, and nobody looks at it again;
   * but at the name of the program, which says how an HTTP/2 client is told that the pod leaves.
   */
  void forget() {
    var headers = http.headers();
    var program = headers.get(HttpHeaders.USER_AGENT);
    headers.clear();
    if (program != null) {
      headers.set(HttpHeaders.USER_AGENT, program);
    }
    form.clear();
  }

  /** The scope asked for. Fails with {@code invalid_scope} if it cannot be read. */
  Optional<Scope> scope() {
    return form.optional("scope")
        .map(
            text ->
                Scope.parse(text)
                    .orElseThrow(
                        () -> new OAuthException(INVALID_SCOPE, "The scope cannot be read")));
  }

  /** The API asked for. Fails with {@code invalid_target} if it is more than one. */
  Optional<String> target() {
    return ResourceIndicator.of(form);
  }
}
