package dev.latchkey.oauth.token;

import static dev.latchkey.oauth.token.AuthorizationScheme.BEARER;
import static dev.latchkey.oauth.token.AuthorizationScheme.DPOP;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The claims of our access tokens (RFC 9068 section 2.2, RFC 9449 section 6), and their reading.
 */
public final class TokenClaims {

  /** The {@code typ} that tells an access token from any other JWT of ours (RFC 9068, 2.1). */
  public static final String TYPE = "at+jwt";

  public static final String CLIENT_ID = "client_id";

  /** The linked device that the token was made for; a client's own tokens have none. */
  public static final String DEVICE_ID = "device_id";

  private TokenClaims() {}

  /** Whether the token is for that resource server. */
  public static boolean hasAudience(JsonWebToken token, String audience) {
    var named = token.getAudience();
    return named != null && named.contains(audience);
  }

  /** Whom the token was given to. */
  public static ClientId client(JsonWebToken token) {
    return new ClientId(token.<String>getClaim(CLIENT_ID));
  }

  /** The subject of a token that the client got for itself (RFC 6749 section 4.4). */
  public static String subject(ClientId client) {
    // No account has such an id (RFC 9068 section 5): those are UUIDs.
    return "client:" + client.value();
  }

  public static boolean isOfClientItself(JsonWebToken token) {
    return subject(client(token)).equals(token.getSubject());
  }

  /** The linked device that the token was made for, if it was for one. */
  public static Optional<UUID> device(JsonWebToken token) {
    return token.<String>claim(DEVICE_ID).map(UUID::fromString);
  }

  public static Scope scope(JsonWebToken token) {
    return token.<String>claim("scope").flatMap(Scope::parse).orElse(Scope.NONE);
  }

  /** The thumbprint of the key whose holder alone may use the token; empty for a bearer token. */
  public static Optional<String> boundTo(JsonWebToken token) {
    return token.<Object>claim("cnf").map(TokenClaims::thumbprint);
  }

  /** The scheme that shows the token, which is its {@code token_type} too (RFC 9449 section 5). */
  public static String scheme(JsonWebToken token) {
    return (boundTo(token).isPresent() ? DPOP : BEARER).registeredName();
  }

  /** A confirmation that we cannot read is no key's, so that nobody may use the token. */
  private static String thumbprint(Object confirmation) {
    var thumbprint = confirmation instanceof Map<?, ?> members ? members.get("jkt") : null;
    return switch (thumbprint) {
      case String text -> text;
      case JsonString text -> text.getString();
      case null, default -> "";
    };
  }
}
