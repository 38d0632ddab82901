package dev.latchkey.token.device.admin;

import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.token.revoke.FleetUnlinking;
import dev.latchkey.token.revoke.UnlinkOutcome;
import dev.latchkey.token.revoke.UnlinkOutcome.MoreThanKnown;
import dev.latchkey.token.revoke.UnlinkOutcome.Unlinked;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Unlinks devices by a filter. */
@AdminResource
@Cancellable(false)
@Path("admin/devices/unlink")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Linked devices")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL is away, or took too long; devices may have been"
            + " unlinked, and the same can be sent again",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class UnlinkResource {

  private final FleetUnlinking fleet;

  UnlinkResource(FleetUnlinking fleet) {
    this.fleet = fleet;
  }

  @POST
  @Operation(
      operationId = "unlinkDevices",
      summary = "Unlink the devices that match",
      description =
          "A dry run first, which is the default. Then the same with dry_run false and at_most as the"
              + " dry run counted. One call unlinks 10000 devices at most; while the answer says"
              + " more, send it again. Safe to repeat, after an error too. One audit event for each"
              + " device.")
  @APIResponse(
      responseCode = "200",
      description = "What was done, or would be",
      content = @Content(schema = @Schema(implementation = UnlinkedBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A field is unknown or cannot be read, or one is missing")
  @APIResponse(
      responseCode = "409",
      description = "More devices match than at_most; nothing was done")
  public Uni<UnlinkedBody> unlink(UnlinkingBody wish, @Context SecurityContext administrator) {
    var filter = wish.filter();
    if (wish.isDryRun()) {
      return fleet.preview(filter).map(UnlinkedBody::of);
    }
    return fleet
        .unlink(filter, wish.known(), AdminAccess.caller(administrator))
        .map(UnlinkResource::answer);
  }

  private static UnlinkedBody answer(UnlinkOutcome outcome) {
    return switch (outcome) {
      case Unlinked done -> UnlinkedBody.of(done);
      case MoreThanKnown(var matching) ->
          throw new ProblemException(
              409, "%d devices match, which is more than at_most".formatted(matching));
    };
  }
}
