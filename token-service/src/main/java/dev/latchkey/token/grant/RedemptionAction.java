package dev.latchkey.token.grant;

import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.oauth.action.Action;
import dev.latchkey.oauth.action.ActionRequest;
import dev.latchkey.oauth.action.Actions;
import dev.latchkey.oauth.action.Trigger;
import dev.latchkey.oauth.action.Verdict;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.device.LinkedDevice;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the operator's hook says to a device that comes for its first tokens. */
@Startup
@ApplicationScoped
class RedemptionAction {

  private final Action action;

  RedemptionAction(Actions actions) {
    this.action = actions.at(Trigger.REDEMPTION);
  }

  /** Fails with {@link StoreUnavailableException}. */
  Uni<Verdict> ask(Poll poll, Granted granted) {
    return action.ask(() -> request(poll, granted));
  }

  private static ActionRequest request(Poll poll, Granted granted) {
    var api = granted.api();
    return new ActionRequest(
        poll.client().id(),
        granted.grant(),
        granted.approval().subject(),
        granted.approval().scope(),
        api == null ? null : api.identifier(),
        granted.device(),
        granted.address(),
        Map.of("device_id", LinkedDevice.idOf(granted.grant()).toString()));
  }
}
