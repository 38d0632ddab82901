package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.ACCESS_DENIED;

import dev.latchkey.grant.NewGrant;
import dev.latchkey.oauth.action.Action;
import dev.latchkey.oauth.action.ActionRequest;
import dev.latchkey.oauth.action.Actions;
import dev.latchkey.oauth.action.Trigger;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import dev.latchkey.oauth.error.OAuthException;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the operator's hook says to a device that asks for codes. */
@Startup
@ApplicationScoped
class StartAction {

  private final Action action;

  StartAction(Actions actions) {
    this.action = actions.at(Trigger.START);
  }

  /**
   * The grant as the hook lets it be created. Fails with {@code access_denied} and the hook's
   * reason if it may not be: {@code unauthorized_client} would say that the client is registered
   * wrongly.
   */
  Uni<NewGrant> allowed(NewGrant grant) {
    return action
        .ask(() -> request(grant))
        .map(
            verdict ->
                switch (verdict) {
                  case Allowed allowed -> grant.livingFor(allowed.shortened(grant.lifetime()));
                  case Denied(var reason) ->
                      throw new OAuthException(ACCESS_DENIED, reason.description());
                });
  }

  private static ActionRequest request(NewGrant grant) {
    var api = grant.api();
    return new ActionRequest(
        grant.client(),
        null,
        null,
        grant.scope(),
        api == null ? null : api.identifier(),
        grant.device(),
        grant.address(),
        Map.of());
  }
}
