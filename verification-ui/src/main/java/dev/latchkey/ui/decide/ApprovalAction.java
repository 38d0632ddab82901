package dev.latchkey.ui.decide;

import dev.latchkey.grant.GrantView;
import dev.latchkey.oauth.action.Action;
import dev.latchkey.oauth.action.ActionRequest;
import dev.latchkey.oauth.action.Actions;
import dev.latchkey.oauth.action.Trigger;
import dev.latchkey.oauth.action.Verdict;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.session.Visit;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the operator's hook says to a person who approves. */
@Startup
@ApplicationScoped
class ApprovalAction {

  private final Action action;

  ApprovalAction(Actions actions) {
    this.action = actions.at(Trigger.APPROVAL);
  }

  /** Fails with {@link StoreUnavailableException}. */
  Uni<Verdict> ask(Visit visit, GrantView view, Account account) {
    return action.ask(() -> request(visit, view, account));
  }

  private static ActionRequest request(Visit visit, GrantView view, Account account) {
    return new ActionRequest(
        view.client(),
        visit.grant(),
        account.subject(),
        view.scope(),
        view.apiIdentifier(),
        view.device(),
        view.address(),
        Map.of("browser_address", visit.address(), "language", Language.current().toLanguageTag()));
  }
}
