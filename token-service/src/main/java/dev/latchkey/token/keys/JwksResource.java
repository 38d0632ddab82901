package dev.latchkey.token.keys;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The public halves of our keys, for whoever verifies our tokens (RFC 7517 section 5). */
@Path(".well-known/jwks.json")
public class JwksResource {

  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<Map<String, List<Map<String, Object>>>> keys() {
    return ResponseBuilder.ok(
            Map.of("keys", keys.published().stream().map(JwksResource::jwk).toList()))
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private static Map<String, Object> jwk(SigningKey key) {
    try {
      var jwk = PublicJsonWebKey.Factory.newPublicJwk(key.publicKey());
      jwk.setKeyId(key.kid());
      jwk.setUse("sig");
      jwk.setAlgorithm(key.algorithm().name());
      return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    } catch (JoseException e) {
      throw new IllegalStateException("not a key that JWK knows: " + key, e);
    }
  }
}
