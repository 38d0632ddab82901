package dev.latchkey.authz.events.admin;

import dev.latchkey.authz.events.EventTable;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what happened. */
@AdminResource
@Path("admin/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit events")
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
            + " administrator's; 503: PostgreSQL or Redis is away",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class EventsResource {

  private final EventTable events;

  EventsResource(EventTable events) {
    this.events = events;
  }

  @GET
  @Operation(
      operationId = "listEvents",
      summary = "Audit events, the newest first",
      description =
          "Those that fit all parameters. An event is here a second or two after it happened, and"
              + " later when PostgreSQL was away: it then takes its place among older ones.")
  @Parameter(
      name = EventQuery.CLIENT,
      in = ParameterIn.QUERY,
      description = "About that client",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = EventQuery.SUBJECT,
      in = ParameterIn.QUERY,
      description = "About that account",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = EventQuery.GRANT,
      in = ParameterIn.QUERY,
      description = "About that grant",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = EventQuery.KIND,
      in = ParameterIn.QUERY,
      description = "Of that name, the event in the answer",
      schema = @Schema(type = SchemaType.STRING, examples = "grant.approved"))
  @Parameter(
      name = EventQuery.FROM,
      in = ParameterIn.QUERY,
      description = "At that moment or later (RFC 3339)",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = EventQuery.TO,
      in = ParameterIn.QUERY,
      description = "Before that moment (RFC 3339)",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "How many at most",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "" + AdminQuery.LARGEST_PAGE,
              defaultValue = "" + AdminQuery.USUAL_PAGE))
  @Parameter(
      name = "cursor",
      in = ParameterIn.QUERY,
      description = "The next of the page before, to the same other parameters",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = EventsBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not known, is there twice, or has no such value")
  public Uni<EventsBody> list(@Context UriInfo address) {
    var query = AdminQuery.of(address, EventQuery.NAMES);
    return events.find(EventQuery.filter(query)).map(found -> EventsBody.of(found, query));
  }
}
