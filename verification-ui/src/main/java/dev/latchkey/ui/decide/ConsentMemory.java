package dev.latchkey.ui.decide;

import dev.latchkey.grant.GrantView;
import dev.latchkey.ui.account.Account;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.consent.Consents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What an approval leaves behind. It changes after the decision, which stands: a consent that
 * cannot be stored is asked for again, one that cannot be forgotten can be reviewed again.
 */
@ApplicationScoped
class ConsentMemory {

  private final Consents consents;
  private final Audit audit;

  ConsentMemory(Consents consents, Audit audit) {
    this.consents = consents;
    this.audit = audit;
  }

  Uni<Void> change(Account account, GrantView view, Memory change) {
    var changed =
        switch (change) {
          case AS_BEFORE -> Uni.createFrom().voidItem();
          case REMEMBER -> remember(account, view);
          case FORGET -> forget(account, view);
        };
    return changed
        .onFailure()
        .invoke(failure -> Log.warnf("consent: not %s: %s", change, failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> remember(Account account, GrantView view) {
    return consents
        .remember(account.id(), view)
        .invoke(
            () ->
                audit.consentGiven(
                    view.client(), account.subject(), view.apiIdentifier(), view.scope()));
  }

  private Uni<Void> forget(Account account, GrantView view) {
    return consents
        .forget(account.id(), view)
        .invoke(
            forgotten -> {
              if (forgotten) {
                audit.consentForgotten(view.client(), account.subject(), view.apiIdentifier());
              }
            })
        .replaceWithVoid();
  }
}
