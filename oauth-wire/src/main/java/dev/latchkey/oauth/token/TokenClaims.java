package dev.latchkey.oauth.token;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads claims of our access tokens (RFC 9068 section 2.2, RFC 9449 section 6). */
public final class TokenClaims {

  private TokenClaims() {}

  /** Whether the token is for that resource server. */
  public static boolean hasAudience(JsonWebToken token, String audience) {
    var named = token.getAudience();
    return named != null && named.contains(audience);
  }

  /** Whom the token was given to. */
  public static ClientId client(JsonWebToken token) {
    return new ClientId(token.<String>getClaim("client_id"));
  }

  public static Scope scope(JsonWebToken token) {
    return token.<String>claim("scope").flatMap(Scope::parse).orElse(Scope.NONE);
  }

  /** The thumbprint of the key whose holder alone may use the token; empty for a bearer token. */
  public static Optional<String> boundTo(JsonWebToken token) {
    return token.<Object>claim("cnf").map(TokenClaims::thumbprint);
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
