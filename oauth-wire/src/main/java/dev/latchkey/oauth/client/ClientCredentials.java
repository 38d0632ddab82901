package dev.latchkey.oauth.client;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.ClientId;
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
 * @param method the way it authenticates
 * @param secret what it shows for it; null with {@link AuthenticationMethod#NONE}
 */
public record ClientCredentials(
    ClientId client, AuthenticationMethod method, @Nullable String secret) {

  /** The most characters of a client id; longer ones are refused without a look at the registry. */
  public static final int LONGEST_ID = 255;

  private static final String BASIC = "Basic ";

  /**
   * Reads the Authorization header and the form. Fails with {@code invalid_client} for a header
   * that cannot be read, and with {@code invalid_request} if no client is named, or two, or two
   * methods are used at once. An id longer than any registered one is an unknown client.
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
    if (authorization != null) {
      var basic = basic(authorization);
      if (secret.isPresent()) {
        throw new OAuthException(
            INVALID_REQUEST, "Authenticate by the Authorization header or the body, not by both");
      }
      if (named.isPresent() && !named.get().equals(basic.client().value())) {
        throw new OAuthException(
            INVALID_REQUEST, "The Authorization header and client_id name different clients");
      }
      return basic;
    }
    var client = new ClientId(nonBlank(named));
    return secret
        .map(value -> new ClientCredentials(client, AuthenticationMethod.CLIENT_SECRET_POST, value))
        .orElseGet(() -> new ClientCredentials(client, AuthenticationMethod.NONE, null));
  }

  /** Whether the client used the Authorization header. */
  public boolean usedHeader() {
    return method == AuthenticationMethod.CLIENT_SECRET_BASIC;
  }

  private static String nonBlank(Optional<String> clientId) {
    return clientId
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new OAuthException(INVALID_REQUEST, "The parameter client_id is missing"));
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
            AuthenticationMethod.CLIENT_SECRET_BASIC,
            URLDecoder.decode(decoded.substring(colon + 1), UTF_8));
      }
    } catch (IllegalArgumentException e) {
      // Not base64, not form-encoded, or a blank id: the same to the client.
    }
    throw OAuthException.invalidClient("The Authorization header cannot be read", true);
  }

  @Override
  public String toString() {
    return "ClientCredentials[client=" + client + ", method=" + method + "]";
  }
}
