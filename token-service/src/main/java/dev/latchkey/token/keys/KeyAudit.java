package dev.latchkey.token.keys;

import dev.latchkey.grant.ClientId;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells the audit log of changes, in the words of keys. */
@ApplicationScoped
class KeyAudit {

  private final Audit audit;

  KeyAudit(Audit audit) {
    this.audit = audit;
  }

  /** Once what was changed is stored; {@code by} is null for what time brought. */
  void changed(ChangedKeys changed, @Nullable ClientId by) {
    for (var change : changed.changes()) {
      switch (change) {
        case Create(var kid, var algorithm, var at) ->
            audit.keyCreated(kid, algorithm.jwa(), at, by);
        case Activate(var kid, var at) -> audit.keyActivated(kid, at, by);
        case Retire(var kid, var at, var gone) -> audit.keyRetired(kid, at, gone, by);
        case Keep(var kid) -> audit.keyKept(kid, by);
        case Delete(var kid) -> audit.keyDeleted(kid, by);
      }
    }
    changed.resealed().forEach(audit::keyResealed);
  }
}
