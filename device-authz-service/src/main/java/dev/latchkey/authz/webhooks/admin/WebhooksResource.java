package dev.latchkey.authz.webhooks.admin;

import dev.latchkey.authz.admin.PathName;
import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.webhooks.DeadLetter;
import dev.latchkey.authz.webhooks.RetryOutcome;
import dev.latchkey.authz.webhooks.RetryOutcome.Refused;
import dev.latchkey.authz.webhooks.RetryOutcome.Retried;
import dev.latchkey.authz.webhooks.WebhookQueues;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.AdminQuery;
import dev.latchkey.oauth.admin.AdminResource;
import dev.latchkey.oauth.admin.Problem;
import dev.latchkey.oauth.admin.ProblemException;
import dev.latchkey.oauth.admin.SentValue;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows how webhooks stand, and has dead letters sent again. */
@AdminResource
@Cancellable(false)
@Path("admin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@SecurityRequirement(name = "administrator")
@APIResponse(
    responseCode = "default",
    description =
        "A problem (RFC 9457). 401: no access token, or none that is valid; 403: not an"
            + " administrator's; 503: PostgreSQL or Redis is away",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class WebhooksResource {

  /** Of one call: a statement is done in time. */
  private static final int MOST_RETRIED = 1_000;

  private final WebhookQueues queues;
  private final Audit audit;

  WebhooksResource(WebhookQueues queues, Audit audit) {
    this.queues = queues;
    this.audit = audit;
  }

  @GET
  @Operation(
      operationId = "listWebhooks",
      summary = "Every webhook, and how it stands",
      description = "They are declared in the registry file, and changed there.")
  @APIResponse(
      responseCode = "200",
      description = "The webhooks",
      content = @Content(schema = @Schema(implementation = WebhooksBody.class)))
  public Uni<WebhooksBody> list() {
    return queues.states().map(WebhooksBody::of);
  }

  @GET
  @Path("{name}/dead")
  @Operation(
      operationId = "listDeadLetters",
      summary = "Events that a webhook has not taken, the newest first",
      description = "They are here for as long as the audit log has the event.")
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
      description = "The next of the page before",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = DeadLettersBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not known, is there twice, or has no such value")
  @APIResponse(responseCode = "404", description = "There is no such webhook")
  public Uni<DeadLettersBody> dead(@PathParam("name") String name, @Context UriInfo address) {
    var query = AdminQuery.of(address, Set.of());
    var after = query.place().map(WebhooksResource::last).orElse(null);
    // One more tells whether there are more.
    return queues
        .dead(PathName.of(name), after, query.limit() + 1)
        .call(found -> checkExists(name, found))
        .map(found -> DeadLettersBody.of(found, query));
  }

  @POST
  @Path("{name}/dead/retry")
  @Operation(
      operationId = "retryDeadLetters",
      summary = "Send all dead letters of a webhook again",
      description =
          "Those of the oldest events first, 1000 at a time: while the answer says more, send it"
              + " again. They are tried for as long as any other event.")
  @APIResponse(
      responseCode = "200",
      description = "So many are sent again",
      content = @Content(schema = @Schema(implementation = RetriedBody.class)))
  @APIResponse(responseCode = "404", description = "There is no such webhook")
  @APIResponse(responseCode = "409", description = "The webhook is stopped")
  public Uni<RetriedBody> retryAll(
      @PathParam("name") String name, @Context SecurityContext administrator) {
    return retry(name, null, administrator)
        .map(letters -> new RetriedBody(letters, letters == MOST_RETRIED));
  }

  @POST
  @Path("{name}/dead/{event}/retry")
  @Operation(operationId = "retryDeadLetter", summary = "Send one dead letter again")
  @APIResponse(responseCode = "204", description = "It is sent again")
  @APIResponse(responseCode = "400", description = "The event is no id")
  @APIResponse(
      responseCode = "404",
      description = "There is no such webhook, or no such dead letter of it")
  @APIResponse(responseCode = "409", description = "The webhook is stopped")
  public Uni<RestResponse<Void>> retryOne(
      @PathParam("name") String name,
      @PathParam("event") String event,
      @Context SecurityContext administrator) {
    return retry(name, new SentValue("The event", event).uuid(), administrator)
        .map(
            letters -> {
              if (letters == 0) {
                throw new ProblemException(404, "There is no such dead letter of this webhook");
              }
              return RestResponse.noContent();
            });
  }

  private Uni<Integer> retry(String name, @Nullable UUID event, SecurityContext administrator) {
    return queues
        .retry(PathName.of(name), event, MOST_RETRIED)
        .map(WebhooksResource::letters)
        .invoke(
            letters -> {
              if (letters > 0) {
                audit.webhookRetried(name, letters, AdminAccess.caller(administrator));
              }
            });
  }

  private static int letters(RetryOutcome outcome) {
    return switch (outcome) {
      case Retried(var letters) -> letters;
      case Refused.UNKNOWN -> throw unknown();
      case Refused.STOPPED ->
          throw new ProblemException(409, "The webhook is stopped; enable it in the registry file");
    };
  }

  private Uni<?> checkExists(String name, List<DeadLetter> found) {
    return found.isEmpty()
        ? queues
            .exists(name)
            .invoke(
                exists -> {
                  if (!exists) {
                    throw unknown();
                  }
                })
        : Uni.createFrom().voidItem();
  }

  private static UUID last(List<String> place) {
    try {
      return UUID.fromString(place.getFirst());
    } catch (IllegalArgumentException e) {
      throw AdminQuery.foreignCursor();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "There is no such webhook");
  }
}
