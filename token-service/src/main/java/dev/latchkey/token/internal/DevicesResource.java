package dev.latchkey.token.internal;

import static dev.latchkey.oauth.error.OAuthError.ACCESS_DENIED;
import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.ticket.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Does with a person's devices what a ticket says: 204 if it is done, 403 without a ticket that is
 * unused and at most 30 s old, 404 if there is no such device of that person. After 503 the ticket
 * is used up, and what it said may have happened or not.
 */
@Cancellable(false)
@Path("internal/devices")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

  private final TicketedActions actions;

  DevicesResource(TicketedActions actions) {
    this.actions = actions;
  }

  @POST
  public Uni<RestResponse<?>> perform(OAuthForm form) {
    return TicketId.parse(form.required("ticket"))
        .map(actions::perform)
        .orElseGet(() -> Uni.createFrom().item(ActionOutcome.NO_TICKET))
        .map(DevicesResource::answer);
  }

  private static RestResponse<?> answer(ActionOutcome outcome) {
    return switch (outcome) {
      case DONE -> RestResponse.noContent();
      case NO_TICKET ->
          ErrorAnswers.of(403, new ErrorBody(ACCESS_DENIED, "There is no such ticket")).build();
      case NO_DEVICE ->
          ErrorAnswers.of(404, new ErrorBody(INVALID_REQUEST, "There is no such device")).build();
    };
  }
}
