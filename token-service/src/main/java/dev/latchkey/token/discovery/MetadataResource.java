package dev.latchkey.token.discovery;

import dev.latchkey.oauth.client.AuthenticationMethod;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.token.keys.Algorithm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The same metadata under both well-known names. */
@Path(".well-known/{document: oauth-authorization-server|openid-configuration}")
public class MetadataResource {

  private final MetadataBody metadata;

  MetadataResource(PublicOrigin origin) {
    metadata =
        new MetadataBody(
            origin.issuer(),
            origin.resolve("/oauth/device/code"),
            origin.resolve("/oauth/token"),
            origin.resolve("/userinfo"),
            origin.resolve("/.well-known/jwks.json"),
            List.of("openid", "profile", "email", "offline_access"),
            // No authorization endpoint, hence no response type.
            List.of(),
            List.of("urn:ietf:params:oauth:grant-type:device_code", "refresh_token"),
            Arrays.stream(AuthenticationMethod.values())
                .map(AuthenticationMethod::registeredName)
                .toList(),
            List.of("public"),
            List.of(Algorithm.ES256.name()),
            List.of(
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "auth_time",
                "amr",
                "at_hash",
                "name",
                "preferred_username",
                "updated_at",
                "email",
                "email_verified"));
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
