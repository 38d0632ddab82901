package dev.latchkey.authz.switches.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.switches.AdministeredSwitches;
import dev.latchkey.authz.switches.SwitchOutcome;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.switches.KillSwitch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Shows, throws and releases kill switches (ADR 21). */
@AdminResource
@Cancellable(false)
@Path("admin/switches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kill switches")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away; a switch may have been thrown or released,"
            + " and the same can be sent again",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SwitchesResource {

  private static final String ONE = "{kind:clients|apis|scopes}/{name}";

  private final AdministeredSwitches switches;

  SwitchesResource(AdministeredSwitches switches) {
    this.switches = switches;
  }

  @GET
  @Operation(operationId = "listSwitches", summary = "All that is switched off, by whomever")
  @APIResponse(
      responseCode = "200",
      description = "The switches that are thrown",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = SwitchesBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  public Uni<RestResponse<SwitchesBody>> list(@Context HttpServerRequest request) {
    return switches
        .all()
        .map(SwitchesBody::of)
        .map(body -> Preconditions.answer(request, body.etag(), body));
  }

  @PUT
  @Path("service")
  @Operation(
      operationId = "switchServiceOff",
      summary = "Switch the whole service off",
      description =
          "No codes, no approvals, no tokens for devices, on every replica within seconds."
              + " Administration goes on. Safe to repeat.")
  @APIResponse(responseCode = "204", description = "It is off, perhaps since before")
  public Uni<RestResponse<Void>> serviceOff(@Context SecurityContext administrator) {
    return off(KillSwitch.SERVICE, administrator);
  }

  @DELETE
  @Path("service")
  @Operation(
      operationId = "releaseService",
      summary = "Release the switch of the whole service",
      description = "Everything comes back as it was, unless the registry file says off too.")
  @APIResponse(responseCode = "204", description = "No administrator says off any more")
  public Uni<RestResponse<Void>> serviceReleased(@Context SecurityContext administrator) {
    return released(KillSwitch.SERVICE, administrator);
  }

  @PUT
  @Path(ONE)
  @Operation(
      operationId = "switchOff",
      summary = "Switch a client, an API or a scope off",
      description = "On every replica within seconds; docs/kill-switches.md. Safe to repeat.")
  @APIResponse(responseCode = "204", description = "It is off, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is none of that name")
  public Uni<RestResponse<Void>> off(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"clients", "apis", "scopes"}))
          @PathParam("kind")
          String kind,
      @Parameter(description = "The client_id, the API's identifier or the scope, percent-encoded")
          @PathParam("name")
          String name,
      @Context SecurityContext administrator) {
    return off(what(kind, name), administrator);
  }

  @DELETE
  @Path(ONE)
  @Operation(
      operationId = "release",
      summary = "Release the switch of a client, an API or a scope",
      description = "It comes back as it was, unless the registry file says off too.")
  @APIResponse(responseCode = "204", description = "No administrator says off any more")
  @APIResponse(responseCode = "404", description = "There is none of that name")
  public Uni<RestResponse<Void>> released(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"clients", "apis", "scopes"}))
          @PathParam("kind")
          String kind,
      @Parameter(description = "The client_id, the API's identifier or the scope, percent-encoded")
          @PathParam("name")
          String name,
      @Context SecurityContext administrator) {
    return released(what(kind, name), administrator);
  }

  private Uni<RestResponse<Void>> off(KillSwitch what, SecurityContext administrator) {
    return switches.off(what, AdminAccess.caller(administrator)).map(SwitchesResource::answer);
  }

  private Uni<RestResponse<Void>> released(KillSwitch what, SecurityContext administrator) {
    return switches.release(what, AdminAccess.caller(administrator)).map(SwitchesResource::answer);
  }

  private static KillSwitch what(String kind, String sent) {
    var name = PathName.of(sent);
    return switch (kind) {
      case "clients" -> KillSwitch.client(name);
      case "apis" -> KillSwitch.api(name);
      case "scopes" -> KillSwitch.scope(name);
      default -> throw PathName.unknown();
    };
  }

  private static RestResponse<Void> answer(SwitchOutcome outcome) {
    return switch (outcome) {
      case CHANGED, AS_BEFORE -> RestResponse.noContent();
      case UNKNOWN -> throw PathName.unknown();
    };
  }
}
