package dev.latchkey.authz.audit;

import dev.latchkey.authz.registry.RegistryChange;
import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this service reports; listed in {@code docs/audit-events.md}. */
@ApplicationScoped
public class Audit {

  private final AuditSink sink;

  Audit(AuditSink sink) {
    this.sink = sink;
  }

  public void created(NewGrant grant, CreateOutcome outcome) {
    var details = new HashMap<String, String>();
    details.put("address", grant.address());
    details.put("scope", grant.scope().toString());
    put(details, "api", grant.api());
    switch (outcome) {
      case Created(var deviceCode, var userCode) ->
          sink.write(
              new AuditEvent("grant.created", deviceCode.grantId(), grant.client(), null, details));
      case Exhausted.NO_FREE_USER_CODE ->
          sink.write(new AuditEvent("grant.exhausted", null, grant.client(), null, details));
    }
  }

  /** The declarative file, or a secret that it refers to, says something else than before. */
  public void registryChanged(RegistryChange change) {
    sink.write(
        new AuditEvent(
            "registry.changed",
            null,
            null,
            null,
            Map.of(
                "added", Integer.toString(change.added()),
                "changed", Integer.toString(change.changed()),
                "stopped", Integer.toString(change.stopped()))));
  }

  private static void put(Map<String, String> details, String name, @Nullable ApiAccess api) {
    if (api != null) {
      details.put(name, api.identifier());
    }
  }
}
