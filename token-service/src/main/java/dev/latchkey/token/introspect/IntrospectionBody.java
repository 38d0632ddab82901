package dev.latchkey.token.introspect;

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

  /** What a live token says, as it says it. */
  private static final List<String> MEMBERS =
      List.of(
          "scope",
          "client_id",
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
          "device_id");

  private IntrospectionBody() {}

  /** All that is said of a token that is not live, or not the caller's to know. */
  static Map<String, Object> inactive() {
    return Map.of("active", false);
  }

  static Map<String, Object> active(JsonWebToken token) {
    var said = payload(token).getMap();
    var body = new LinkedHashMap<String, Object>();
    body.put("active", true);
    body.put("token_type", TokenClaims.boundTo(token).isPresent() ? "DPoP" : "Bearer");
    for (var member : MEMBERS) {
      var value = said.get(member);
      if (value != null) {
        body.put(member, value);
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
