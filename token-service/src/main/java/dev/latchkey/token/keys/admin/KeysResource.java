package dev.latchkey.token.keys.admin;

import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.token.keys.KeyAdministration;
import dev.latchkey.token.keys.KeyClock;
import dev.latchkey.token.keys.RotationOutcome;
import dev.latchkey.token.keys.RotationOutcome.Planned;
import dev.latchkey.token.keys.RotationOutcome.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Shows and changes the signing keys (DESIGN section 4). */
@AdminResource
@Cancellable(false)
@Path("admin/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys")
@SecurityScheme(
    securitySchemeName = "administrator",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "An access token of the scope latchkey:admin, by the grant client_credentials")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away, nothing is known to have changed",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class KeysResource {

  private final KeyAdministration keys;
  private final KeyClock clock;

  KeysResource(KeyAdministration keys, KeyClock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listKeys", summary = "Every signing key, newest first")
  @APIResponse(
      responseCode = "200",
      description = "The keys",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = KeysBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  public Uni<RestResponse<KeysBody>> list(@Context HttpServerRequest request) {
    return keys.all()
        .map(
            found -> {
              var body = KeysBody.of(found, clock.now());
              return Preconditions.answer(request, body.etag(), body);
            });
  }

  @GET
  @Path("{kid}")
  @Operation(operationId = "getKey", summary = "One signing key")
  @APIResponse(
      responseCode = "200",
      description = "The key",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = KeyBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such key")
  public Uni<RestResponse<KeyBody>> get(
      @PathParam("kid") String kid, @Context HttpServerRequest request) {
    return keys.find(kid)
        .map(
            found -> {
              var body = KeyBody.of(found.orElseThrow(KeysResource::unknown), clock.now());
              return Preconditions.answer(request, body.etag(), body);
            });
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rotateKey",
      summary = "Replace the key of an algorithm, the gentle way",
      description =
          "Makes a new key and publishes it at once. It takes over after"
              + " latchkey.signing.publish-ahead, when every verifier knows it; the present key then"
              + " stays published until its last token has died. No verification fails.")
  @APIResponse(
      responseCode = "201",
      description = "The new key, pending",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = KeyBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A field is unknown, missing or has no such value")
  @APIResponse(
      responseCode = "409",
      description = "A new key of the algorithm is pending already, or nothing is signed with it")
  public Uni<RestResponse<KeyBody>> rotate(
      RotationBody wish, @Context SecurityContext administrator) {
    return keys.rotate(wish.known(), AdminAccess.caller(administrator)).map(KeysResource::answer);
  }

  @DELETE
  @Path("{kid}")
  @Operation(
      operationId = "deleteKey",
      summary = "Take a compromised key away at once",
      description =
          "Every token that it signed fails from now on, on other replicas within"
              + " latchkey.signing.check-every; devices refresh theirs. If it was the one to sign,"
              + " its pending successor signs at once, or a new key is made; verifiers that cache"
              + " the JWK Set may lack it until they fetch the set again.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the key",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "There is no such key")
  @APIResponse(responseCode = "412", description = "The key has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<Void>> delete(
      @PathParam("kid") String kid,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return keys.remove(
            kid,
            (key, now) -> Preconditions.requireMatch(request, KeyBody.of(key, now).etag()),
            AdminAccess.caller(administrator))
        .map(
            removed -> {
              if (!removed) {
                throw unknown();
              }
              return RestResponse.noContent();
            });
  }

  private static RestResponse<KeyBody> answer(RotationOutcome outcome) {
    return switch (outcome) {
      case Planned(var successor) -> {
        var body = KeyBody.of(successor, successor.life().createdAt());
        yield ResponseBuilder.create(RestResponse.Status.CREATED, body)
            .header("Location", "/admin/keys/" + body.kid())
            .header("ETag", body.etag().toString())
            .build();
      }
      case Refused.ALREADY_PLANNED ->
          throw new ProblemException(409, "A new key of this algorithm is pending already");
      case Refused.NOT_IN_USE ->
          throw new ProblemException(
              409, "Nothing is signed with this algorithm; see latchkey.signing.algorithm");
    };
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "There is no such key");
  }
}
