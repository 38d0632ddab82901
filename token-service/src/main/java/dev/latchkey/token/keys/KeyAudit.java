package dev.latchkey.token.keys;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.token.keys.KeyChange.Activate;
import dev.latchkey.token.keys.KeyChange.Create;
import dev.latchkey.token.keys.KeyChange.Delete;
import dev.latchkey.token.keys.KeyChange.Keep;
import dev.latchkey.token.keys.KeyChange.Retire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event per change of a signing key; listed in {@code docs/audit-events.md}. */
@ApplicationScoped
class KeyAudit {

  private final AuditSink sink;

  KeyAudit(AuditSink sink) {
    this.sink = sink;
  }

  /** Once what was changed is stored; {@code by} is null for what time brought. */
  void changed(ChangedKeys changed, @Nullable ClientId by) {
    changed.changes().forEach(change -> changed(change, by));
    changed.resealed().forEach(kid -> write("key.resealed", null, Map.of("kid", kid)));
  }

  private void changed(KeyChange change, @Nullable ClientId by) {
    switch (change) {
      case Create(var kid, var algorithm, var at) ->
          write("key.created", by, Map.of("kid", kid, "alg", algorithm.jwa(), "at", at.toString()));
      case Activate(var kid, var at) ->
          write("key.activated", by, Map.of("kid", kid, "at", at.toString()));
      case Retire(var kid, var at, var gone) ->
          write(
              "key.retired", by, Map.of("kid", kid, "at", at.toString(), "gone", gone.toString()));
      case Keep(var kid) -> write("key.kept", by, Map.of("kid", kid));
      case Delete(var kid) -> write("key.deleted", by, Map.of("kid", kid));
    }
  }

  private void write(String event, @Nullable ClientId by, Map<String, String> details) {
    sink.write(new AuditEvent(event, null, by, null, details));
  }
}
