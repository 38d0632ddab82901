package dev.latchkey.token.introspect;

import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.token.TokenClaims;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The answers of RFC 7662 section 2.2, as JSON objects. */
final class IntrospectionBody {

  private static final String SCOPE = "scope";

  /** What a live token says, as it says it. */
  private static final List<String> MEMBERS =
      List.of(
          SCOPE,
          TokenClaims.CLIENT_ID,
          "sub",
          "aud",
          "iss",
          "exp",
          "iat",
          "jti",
          "cnf",
          "auth_time",
          "acr",
          "amr",
          TokenClaims.DEVICE_ID);

  private IntrospectionBody() {}

  /** All that is said of a token that is not live, or not the caller's to know. */
  static Map<String, Object> inactive() {
    return Map.of("active", false);
  }

  /**
   * What is said of a live token.
   *
   * @param scope of its scope, what is not switched off
   */
  static Map<String, Object> active(JsonWebToken token, Scope scope) {
    var said = payload(token).getMap();
    var body = new LinkedHashMap<String, Object>();
    body.put("active", true);
    body.put("token_type", TokenClaims.scheme(token));
    for (var member : MEMBERS) {
      var value = said.get(member);
      if (value != null) {
        body.put(member, member.equals(SCOPE) ? scope.toString() : value);
      }
    }
    return body;
  }

  /** The claims in their JSON types, which {@link JsonWebToken} does not keep. */
  private static JsonObject payload(JsonWebToken token) {
    var encoded = token.getRawToken().split("\\.", -1)[1];
    return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(encoded)));
  }
}
