package dev.latchkey.token.refresh;

import static dev.latchkey.oauth.error.OAuthError.ACCESS_DENIED;

import dev.latchkey.oauth.action.Action;
import dev.latchkey.oauth.action.ActionRequest;
import dev.latchkey.oauth.action.Actions;
import dev.latchkey.oauth.action.Trigger;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.mint.TokenSubject;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the operator's hook says to a linked device that comes for its next tokens. */
@Startup
@ApplicationScoped
class RefreshAction {

  private final Action action;

  RefreshAction(Actions actions) {
    this.action = actions.at(Trigger.REFRESH);
  }

  /**
   * How the device may have its tokens. Fails with {@link StoreUnavailableException}, and with
   * {@code access_denied} if it may not have any now: {@code invalid_grant} would make it forget a
   * refresh token that is good.
   */
  Uni<Allowed> allowed(RefreshRequest request, LinkedDevice device, TokenSubject subject) {
    return action
        .ask(() -> request(request, device, subject))
        .map(
            verdict ->
                switch (verdict) {
                  case Allowed allowed -> allowed;
                  case Denied(var reason) ->
                      throw new OAuthException(ACCESS_DENIED, reason.description());
                });
  }

  private static ActionRequest request(
      RefreshRequest request, LinkedDevice device, TokenSubject subject) {
    return new ActionRequest(
        device.client(),
        device.grant(),
        device.subject(),
        subject.scope(),
        device.api(),
        device.claimed(),
        request.address(),
        Map.of("device_id", device.id().toString()));
  }
}
