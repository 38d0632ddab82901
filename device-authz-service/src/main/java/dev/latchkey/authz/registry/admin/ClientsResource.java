package dev.latchkey.authz.registry.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.registry.StoredClient;
import dev.latchkey.authz.registry.admin.ClientAdministration.Written;
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

/** Shows and changes clients. */
@AdminResource
@Cancellable(false)
@Path("admin/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away; a change may have happened or not",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ClientsResource {

  private static final String ONE = "{client_id}";

  private final ClientAdministration clients;

  ClientsResource(ClientAdministration clients) {
    this.clients = clients;
  }

  @GET
  @Operation(
      operationId = "listClients",
      summary = "Clients, by client_id",
      description = "Those of the registry file too; without their logos.")
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
      content = @Content(schema = @Schema(implementation = ClientsBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  public Uni<ClientsBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, EntryQuery.NAMES);
    return clients.list(EntryQuery.filter(query)).map(found -> ClientsBody.of(found, query));
  }

  @GET
  @Path(ONE)
  @Operation(operationId = "getClient", summary = "One client")
  @APIResponse(
      responseCode = "200",
      description = "The client",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such client")
  public Uni<RestResponse<ClientBody>> get(
      @PathParam("client_id") String id, @Context HttpServerRequest request) {
    return clients
        .find(PathName.of(id))
        .map(found -> Preconditions.answer(request, ClientBody.etag(found), ClientBody.of(found)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createClient",
      summary = "Make a client",
      description =
          "If it authenticates by a secret, that is made here and is in this answer, and in none"
              + " after it. Devices can use the client at once, or within 10 s if they have tried"
              + " before. The scope latchkey:admin is refused: administrators come from the registry"
              + " file.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "The client, with its secret if it has one",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are unknown, missing or have no such value; detail names them all")
  @APIResponse(responseCode = "409", description = "There is a client of that id already")
  public Uni<RestResponse<ClientBody>> create(
      SentEntry sent, @Context SecurityContext administrator) {
    return clients
        .create(sent, AdminAccess.caller(administrator))
        .map(
            written ->
                answer(ResponseBuilder.create(RestResponse.Status.CREATED, body(written)), written)
                    .header(
                        "Location",
                        PathName.address("/admin/clients", written.client().client().id().value()))
                    .build());
  }

  @PUT
  @Path(ONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceClient",
      summary = "Make a client say what is sent",
      description =
          "All of it: a field that is not sent has its default. Its secret stays, unless the client"
              + " needs none any more; if it needs one and has none, one is made and is in this"
              + " answer alone. Takes effect within 10 s.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the client",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The client",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "Fields are unknown, missing or have no such value; detail names them all")
  @APIResponse(responseCode = "404", description = "There is no such client")
  @APIResponse(
      responseCode = "409",
      description = "The registry file declares it, or an API introspects through it")
  @APIResponse(responseCode = "412", description = "The client has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<ClientBody>> replace(
      @PathParam("client_id") String id,
      SentEntry sent,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return clients
        .replace(PathName.of(id), sent, unchanged(request), AdminAccess.caller(administrator))
        .map(written -> answer(ResponseBuilder.ok(body(written)), written).build());
  }

  @DELETE
  @Path(ONE)
  @Operation(
      operationId = "disableClient",
      summary = "Stop a client",
      description =
          "It stays, and is told invalid_client within 10 s. A replacement with enabled true brings"
              + " it back.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the client",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is stopped, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is no such client")
  @APIResponse(responseCode = "409", description = "The registry file declares it")
  @APIResponse(responseCode = "412", description = "The client has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<Void>> disable(
      @PathParam("client_id") String id,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return clients
        .disable(PathName.of(id), unchanged(request), AdminAccess.caller(administrator))
        .replaceWith(RestResponse.noContent());
  }

  @POST
  @Path(ONE + "/secret")
  @Operation(
      operationId = "rotateClientSecret",
      summary = "Give a client another secret",
      description =
          "It is in this answer alone. The one before is good for nothing within 10 s: there is no"
              + " time in which both are.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      description =
          "The ETag of the client, for who wants to be sure that nobody else has changed the secret."
              + " Not required: whoever has lost the answer sends it again",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The client with its secret",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ClientBody.class)))
  @APIResponse(responseCode = "404", description = "There is no such client")
  @APIResponse(
      responseCode = "409",
      description = "The registry file declares it, or it has no secret")
  @APIResponse(responseCode = "412", description = "The client has changed since")
  public Uni<RestResponse<ClientBody>> rotateSecret(
      @PathParam("client_id") String id,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return clients
        .rotateSecret(
            PathName.of(id),
            stored -> Preconditions.checkMatch(request, ClientBody.etag(stored)),
            AdminAccess.caller(administrator))
        .map(written -> answer(ResponseBuilder.ok(body(written)), written).build());
  }

  private static Consumer<StoredClient> unchanged(HttpServerRequest request) {
    return stored -> Preconditions.requireMatch(request, ClientBody.etag(stored));
  }

  private static ClientBody body(Written written) {
    return ClientBody.of(written.client(), written.secret());
  }

  private static ResponseBuilder<ClientBody> answer(
      ResponseBuilder<ClientBody> answer, Written written) {
    return answer.header("ETag", ClientBody.etag(written.client()).toString());
  }
}
