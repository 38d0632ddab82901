package dev.latchkey.token.discovery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The same metadata under both well-known names (ADR 0004). */
@Path(".well-known/{document: oauth-authorization-server|openid-configuration}")
public class MetadataResource {

  private final Abilities abilities;

  MetadataResource(Abilities abilities) {
    this.abilities = abilities;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<MetadataBody> metadata() {
    return ResponseBuilder.ok(abilities.metadata())
        .header("Cache-Control", "public, max-age=300")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
