package dev.latchkey.authz.enrolment.admin;

import dev.latchkey.authz.enrolment.EnrolmentAdministration;
import dev.latchkey.authz.enrolment.EnrolmentApproval;
import dev.latchkey.authz.enrolment.EnrolmentApproval.Approved;
import dev.latchkey.authz.enrolment.EnrolmentApproval.Refused;
import dev.latchkey.authz.enrolment.EnrolmentFilter;
import dev.latchkey.authz.enrolment.EnrolmentLists;
import dev.latchkey.authz.enrolment.EnrolmentState;
import dev.latchkey.authz.enrolment.EnrolmentToken;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Preconditions;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.admin.SentValue;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Approves devices ahead (docs/enrolment.md). */
@AdminResource
@Cancellable(false)
@Path("admin/enrolment-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrolment tokens")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL or Redis is away, a change may have happened or"
            + " not",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class EnrolmentTokensResource {

  private static final String CLIENT = "client_id";
  private static final String STATE = "state";

  private final EnrolmentAdministration tokens;
  private final EnrolmentLists lists;

  EnrolmentTokensResource(EnrolmentAdministration tokens, EnrolmentLists lists) {
    this.tokens = tokens;
    this.lists = lists;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createEnrolmentToken",
      summary = "Approve devices ahead",
      description =
          "The answer is the only one that has the token itself. If it is lost, revoke what was"
              + " made, and make another.")
  @APIResponse(
      responseCode = "201",
      description = "The token, active or awaiting the approval of another administrator",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = EnrolmentTokenBody.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "A field is unknown, missing or has no such value, or the registry does not permit it")
  public Uni<RestResponse<EnrolmentTokenBody>> create(
      EnrolmentWishBody wish, @Context SecurityContext administrator) {
    return tokens
        .create(wish.wish(), AdminAccess.caller(administrator))
        .map(
            made ->
                ResponseBuilder.create(RestResponse.Status.CREATED, EnrolmentTokenBody.of(made))
                    .header("Location", "/admin/enrolment-tokens/" + made.token().id())
                    .header("ETag", EnrolmentTokenBody.etag(made.token()).toString())
                    .build());
  }

  @GET
  @Operation(operationId = "listEnrolmentTokens", summary = "Enrolment tokens, the newest first")
  @Parameter(
      name = CLIENT,
      in = ParameterIn.QUERY,
      description = "For devices of that client",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = STATE,
      in = ParameterIn.QUERY,
      description = "All if absent",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"awaiting_approval", "active", "revoked"}))
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
      description = "next of the page before, to the same filter",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = EnrolmentTokensBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  public Uni<EnrolmentTokensBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, Set.of(CLIENT, STATE));
    var filter =
        new EnrolmentFilter(
            query.value(CLIENT).map(SentValue::value).map(ClientId::new),
            query.value(STATE).map(sent -> sent.word(EnrolmentState.class)));
    // One more tells whether there are more.
    return lists
        .tokens(filter, EnrolmentPlaces.ofToken(query), query.limit() + 1)
        .map(found -> EnrolmentTokensBody.of(found, query));
  }

  @GET
  @Path("{token}")
  @Operation(
      operationId = "getEnrolmentToken",
      summary = "One enrolment token",
      description =
          "Its ETag is of what administrators change; devices that come change used, and not the"
              + " ETag.")
  @APIResponse(
      responseCode = "200",
      description = "The token, without its secret",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = EnrolmentTokenBody.class)))
  @APIResponse(responseCode = "404", description = "There is no such enrolment token")
  public Uni<RestResponse<EnrolmentTokenBody>> get(@PathParam("token") String token) {
    return find(token).map(EnrolmentTokensResource::answer);
  }

  @POST
  @Path("{token}/approve")
  @Operation(
      operationId = "approveEnrolmentToken",
      summary = "Be the second pair of eyes",
      description =
          "Makes a token active that awaits it; by another client than the one that created it. What"
              + " it permits never changes, so that what was read is what is approved. Safe to"
              + " repeat.")
  @APIResponse(
      responseCode = "200",
      description = "It is active, perhaps since before",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = EnrolmentTokenBody.class)))
  @APIResponse(
      responseCode = "403",
      description = "This client created it, and cannot be the second to look at it")
  @APIResponse(responseCode = "404", description = "There is no such enrolment token")
  @APIResponse(responseCode = "409", description = "It is revoked")
  public Uni<RestResponse<EnrolmentTokenBody>> approve(
      @PathParam("token") String token, @Context SecurityContext administrator) {
    return tokens
        .approve(id(token), AdminAccess.caller(administrator))
        .map(EnrolmentTokensResource::answer);
  }

  @DELETE
  @Path("{token}")
  @Operation(
      operationId = "revokeEnrolmentToken",
      summary = "Revoke an enrolment token",
      description =
          "No further device is enrolled by it. Devices that are stay linked: unlink them by the"
              + " filter enrolment at /admin/devices/unlink of token-service. It stays in the list"
              + " as revoked. Safe to repeat.")
  @Parameter(
      name = "If-Match",
      in = ParameterIn.HEADER,
      required = true,
      description = "The ETag of the token; devices that come meanwhile do not change it",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(responseCode = "204", description = "It is revoked, perhaps since before")
  @APIResponse(responseCode = "404", description = "There is no such enrolment token")
  @APIResponse(responseCode = "412", description = "It has changed since")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Uni<RestResponse<Void>> revoke(
      @PathParam("token") String token,
      @Context HttpServerRequest request,
      @Context SecurityContext administrator) {
    return tokens
        .revoke(
            id(token),
            found -> Preconditions.requireMatch(request, EnrolmentTokenBody.etag(found)),
            AdminAccess.caller(administrator))
        .map(
            known -> {
              if (!known) {
                throw unknown();
              }
              return RestResponse.noContent();
            });
  }

  @GET
  @Path("{token}/devices")
  @Operation(
      operationId = "listEnrolledDevices",
      summary = "The devices that came with an enrolment token, the newest first")
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
      description = "next of the page before",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = EnrolledDevicesBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is unknown, empty, there twice, or has no such value")
  @APIResponse(responseCode = "404", description = "There is no such enrolment token")
  public Uni<EnrolledDevicesBody> devices(
      @PathParam("token") String token, @Context UriInfo address) {
    var query = AdminQuery.of(address, Set.of());
    var after = EnrolmentPlaces.ofDevice(query);
    return find(token)
        .flatMap(known -> lists.devices(known.id(), after, query.limit() + 1))
        .map(found -> EnrolledDevicesBody.of(found, query));
  }

  private Uni<EnrolmentToken> find(String token) {
    return tokens.find(id(token)).map(found -> found.orElseThrow(EnrolmentTokensResource::unknown));
  }

  private static RestResponse<EnrolmentTokenBody> answer(EnrolmentApproval outcome) {
    return switch (outcome) {
      case Approved(var token) -> answer(token);
      case Refused.UNKNOWN -> throw unknown();
      case Refused.OWN ->
          throw new ProblemException(403, "Another administrator has to approve what you created");
      case Refused.REVOKED -> throw new ProblemException(409, "It is revoked");
    };
  }

  private static RestResponse<EnrolmentTokenBody> answer(EnrolmentToken token) {
    return ResponseBuilder.ok(EnrolmentTokenBody.of(token))
        .header("ETag", EnrolmentTokenBody.etag(token).toString())
        .build();
  }

  private static UUID id(String token) {
    try {
      return UUID.fromString(token);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "There is no such enrolment token");
  }
}
