package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.registry.StoredApi;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Shows and changes APIs. */
@AdminResource
@Cancellable(false)
@Path("admin/apis")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "APIs")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away; a change may have happened or not",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ApisResource {

  private static final String ONE = "{identifier}";

  private final ApiAdministration apis;

  ApisResource(ApiAdministration apis) {
    this.apis = apis;
  }

  @GET
  @Operation(
      operationId = "listApis",
      summary = "APIs, by identifier",
      description = "Those of the registry file too.")
  @Parameter(
      name = EntryQuery.STATE,
      in = ParameterIn.QUERY,
      description = "Both if absent",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"enabled", "disabled"}))
  @Parameter(
      name = EntryQuery.SOURCE,
      in = ParameterIn.QUERY,
      description = "Both if absent",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"file", "admin"}))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + AdminQuery.LARGEST_PAGE,
              defaultValue = "" + AdminQuery.USUAL_PAGE))
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "next of the page before, with the same filter",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ApisBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  public Uni<ApisBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, EntryQuery.NAMES);
    return apis.list(EntryQuery.filter(query)).map(found -> ApisBody.of(found, query));
  }

  @GET
  @Path(ONE)
  @Operation(operationId = "getApi", summary = "One API")
  @APIResponse(
      responseCode = "200",
      description = "The API",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ApiBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such API")
  public Uni<RestResponse<ApiBody>> get(
      @Parameter(description = "Percent-encoded, slashes too") @PathParam("identifier")
          String identifier,
      @Context HttpServerRequest request) {
    return apis.find(PathName.of(identifier))
        .map(ApiBody::of)
        .map(body -> Preconditions.answer(request, body.etag(), body));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createApi", summary = "Make an API")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "The API",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ApiBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are unknown, missing or have no such value; detail names them all")
  @APIResponse(responseCode = "409", description = "There is an API of that identifier already")
  public Uni<RestResponse<ApiBody>> create(SentEntry sent, @Context SecurityContext administrator) {
    return apis.create(sent, AdminAccess.caller(administrator))
        .map(ApiBody::of)
        .map(
            body ->
                ResponseBuilder.create(RestResponse.Status.CREATED, body)
                    .header("ETag", body.etag().toString())
                    .header("Location", PathName.address("/admin/apis", body.identifier()))
                    .build());
  }

  @PUT
  @Path(ONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceApi",
      summary = "Make an API say what is sent",
      description =
          "All of it: a field that is not sent has its default. Takes effect within 10 s; access"
              + " tokens that are out keep what they say.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the API",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The API",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ApiBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are unknown, missing or have no such value; detail names them all")
  @APIResponse(responseCode = "404", description = "There is no such API")
  @APIResponse(
      responseCode = "409",
      description = "The registry file declares it, or a client has a scope that would be gone")
  @APIResponse(responseCode = "412", description = "The API has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<ApiBody>> replace(
      @Parameter(description = "Percent-encoded, slashes too") @PathParam("identifier")
          String identifier,
      SentEntry sent,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return apis.replace(
            PathName.of(identifier), sent, unchanged(request), AdminAccess.caller(administrator))
        .map(ApiBody::of)
        .map(body -> ResponseBuilder.ok(body).header("ETag", body.etag().toString()).build());
  }

  @DELETE
  @Path(ONE)
  @Operation(
      operationId = "disableApi",
      summary = "Withdraw an API",
      description =
          "It stays, and nothing is given for it any more within 10 s; clients that name it go on"
              + " without. A replacement with enabled true brings it back.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the API",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is withdrawn, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is no such API")
  @APIResponse(responseCode = "409", description = "The registry file declares it")
  @APIResponse(responseCode = "412", description = "The API has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<Void>> disable(
      @Parameter(description = "Percent-encoded, slashes too") @PathParam("identifier")
          String identifier,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return apis.disable(
            PathName.of(identifier), unchanged(request), AdminAccess.caller(administrator))
        .replaceWith(RestResponse.noContent());
  }

  private static Consumer<StoredApi> unchanged(HttpServerRequest request) {
    return stored -> Preconditions.requireMatch(request, ApiBody.of(stored).etag());
  }
}
