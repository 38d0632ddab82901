package dev.latchkey.token.keys;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The public halves of our keys, for whoever verifies our tokens (RFC 7517 section 5). For any
 * origin: they are no secret, and scripts verify tokens too.
 */
@Path(".well-known/jwks.json")
public class JwksResource {

  private final SigningKeys keys;
  private final String cacheControl;

  JwksResource(SigningKeys keys, SigningConfig config) {
    this.keys = keys;
    this.cacheControl = "public, max-age=" + config.jwksMaxAge().toSeconds();
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
  public Response keys(@Context Request request) {
    var set = JwkSet.of(keys.published());
    var etag = new EntityTag(set.etag().opaque());
    var unchanged = request.evaluatePreconditions(etag);
    return (unchanged == null ? Response.ok(set.json()) : unchanged)
        .tag(etag)
        .header(HttpHeaders.CACHE_CONTROL, cacheControl)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
