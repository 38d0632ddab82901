package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.latchkey.oauth.client.AuthenticationMethod.CLIENT_SECRET_POST;
import static dev.latchkey.oauth.client.Credential.Nothing.NOTHING;
import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.client.Credential.Assertion;
import dev.latchkey.oauth.client.Credential.Secret;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of who sends it (RFC 6749 section 2.3).
 *
 * @param client the client it names
 * @param shown what it shows for being that client
 */
public record ClientCredentials(ClientId client, Credential shown) {

  /** The most characters of a client id; longer ones are refused without a look at the registry. */
  public static final int LONGEST_ID = 255;

  private static final String BASIC = "Basic ";

  /** RFC 7523 section 2.2. */
  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /**
   * Reads the Authorization header and the form. Fails with {@code invalid_client} for a header or
   * an assertion that cannot be read, and with {@code invalid_request} if no client is named, or
   * two methods are used at once. An id longer than any registered one is an unknown client.
   */
  public static ClientCredentials of(@Nullable String authorization, OAuthForm form) {
    var sent = read(authorization, form);
    if (sent.client().value().length() > LONGEST_ID) {
      throw OAuthException.invalidClient(ClientAuthentication.UNKNOWN, sent.usedHeader());
    }
    return sent;
  }

  private static ClientCredentials read(@Nullable String authorization, OAuthForm form) {
    var named = form.optional("client_id");
    var secret = form.optional("client_secret");
    var assertion = assertion(form);
    if ((authorization != null && (secret.isPresent() || assertion.isPresent()))
        || (secret.isPresent() && assertion.isPresent())) {
      throw new OAuthException(INVALID_REQUEST, "Authenticate by one method, not by two at once");
    }
    if (authorization != null) {
      return basic(authorization, named);
    }
    if (assertion.isPresent()) {
      return asserted(assertion.get(), named);
    }
    return new ClientCredentials(
        new ClientId(nonBlank(named)),
        secret.<Credential>map(value -> new Secret(CLIENT_SECRET_POST, value)).orElse(NOTHING));
  }

  /** What the request shows it by. */
  public AuthenticationMethod method() {
    return shown.method();
  }

  /** Whether the client used the Authorization header. */
  public boolean usedHeader() {
    return method() == CLIENT_SECRET_BASIC;
  }

  /** RFC 7521 section 4.2: type and assertion stand together. */
  private static Optional<String> assertion(OAuthForm form) {
    var assertion = form.optional("client_assertion");
    var type = form.optional("client_assertion_type");
    if (assertion.isPresent() != type.isPresent()) {
      throw new OAuthException(
          INVALID_REQUEST, "client_assertion and client_assertion_type must be given together");
    }
    if (type.isPresent() && !type.get().equals(JWT_BEARER)) {
      throw new OAuthException(INVALID_REQUEST, "client_assertion_type must be " + JWT_BEARER);
    }
    return assertion;
  }

  /** The assertion names the client; it need not be named again (RFC 7521 section 4.2). */
  private static ClientCredentials asserted(String compact, Optional<String> named) {
    var assertion =
        ClientAssertion.parse(compact)
            .orElseThrow(
                () -> OAuthException.invalidClient("The client assertion cannot be read", false));
    var client = assertion.subject();
    if (named.isPresent() && !named.get().equals(client.value())) {
      throw OAuthException.invalidClient(
          "The client assertion and client_id name different clients", false);
    }
    return new ClientCredentials(client, new Assertion(assertion));
  }

  private static String nonBlank(Optional<String> clientId) {
    return clientId
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new OAuthException(INVALID_REQUEST, "The parameter client_id is missing"));
  }

  private static ClientCredentials basic(String authorization, Optional<String> named) {
    var sent = basic(authorization);
    if (named.isPresent() && !named.get().equals(sent.client().value())) {
      throw new OAuthException(
          INVALID_REQUEST, "The Authorization header and client_id name different clients");
    }
    return sent;
  }

  /** Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1). */
  private static ClientCredentials basic(String authorization) {
    if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw OAuthException.invalidClient("The Authorization header is not Basic", true);
    }
    try {
      var decoded =
          new String(
              Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip()), UTF_8);
      var colon = decoded.indexOf(':');
      var client = URLDecoder.decode(decoded.substring(0, Math.max(colon, 0)), UTF_8);
      // A zero byte would fail in PostgreSQL, and look like a store that is away.
      if (colon > 0 && client.indexOf('\0') < 0) {
        return new ClientCredentials(
            new ClientId(client),
            new Secret(
                CLIENT_SECRET_BASIC, URLDecoder.decode(decoded.substring(colon + 1), UTF_8)));
      }
    } catch (IllegalArgumentException e) {
      // Not base64, not form-encoded, or a blank id: the same to the client.
    }
    throw OAuthException.invalidClient("The Authorization header cannot be read", true);
  }
}
