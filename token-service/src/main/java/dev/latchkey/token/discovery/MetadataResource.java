package dev.latchkey.token.discovery;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.keys.SigningKeys;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The same metadata under both well-known names (ADR 0004). */
@Path(".well-known/{document: oauth-authorization-server|openid-configuration}")
public class MetadataResource {

  private final MetadataBody metadata;

  MetadataResource(PublicOrigin origin, SigningKeys keys) {
    metadata = Abilities.of(origin, keys);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<MetadataBody> metadata() {
    return ResponseBuilder.ok(metadata)
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
